import { expect, it } from "vitest";
import { deviceName } from "./device";

it("names browser and system", () => {
  const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/153.0 Safari/537.36";
  expect(deviceName(chrome)).toBe("Chrome, Windows");
  expect(deviceName(`${chrome} Edg/153.0`)).toBe("Edge, Windows");
  const phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 (KHTML, like Gecko) Version/19.0 Safari/604.1";
  expect(deviceName(phone)).toBe("Safari, iPhone");
  expect(deviceName("Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0")).toBe("Firefox, Linux");
});

it("names programs by what they call themselves", () => {
  expect(deviceName("curl/8.5.0")).toBe("curl");
  expect(deviceName("")).toBeNull();
  expect(deviceName(null)).toBeNull();
});
