import { act, renderHook } from "@testing-library/react";
import { useState } from "react";
import { expect, it } from "vitest";
import { useRejected } from "./use-rejected";

it("keeps what was put back where it stands while the text before it is edited, and lets go of what is edited itself", () => {
  const { result } = renderHook(() => {
    const [text, setText] = useState("Read friday");
    return { text, ...useRejected(text, setText) };
  });
  act(() => result.current.reject([{ start: 5, end: 11, kind: "date", text: "friday", label: "Fri" }]));
  act(() => result.current.write("Read more friday"));
  expect(result.current.text).toBe("Read more friday");
  expect(result.current.rejected).toEqual([{ start: 10, end: 16 }]);
  act(() => result.current.write("Read more friyay"));
  expect(result.current.rejected).toEqual([]);
});
