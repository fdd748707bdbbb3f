"use client";
// Name, time zone, and how dates are written.
import type { SubmitEvent, JSX } from "react";
import { Button } from "@/components/ui/button";
import { NativeSelectField, TextField } from "@/components/ui/field";
import { useToasts } from "@/components/ui/toasts";
import { describeError } from "@/lib/api/problem";
import type { User } from "@/lib/api/types";
import { LANGUAGES } from "@/lib/texts/catalogue";
import { useTexts } from "@/lib/texts/texts-provider";
import { WEEK_STARTS } from "@/lib/week";
import { useChangeProfile } from "./actions";
import { FormError } from "./form-error";
import { useMe } from "./queries";
import { textOf } from "./sign-in-form";

const DATE_ORDERS = ["language", "day_first", "month_first"] as const;
const HOUR_CYCLES = ["h23", "h12"] as const;

/** `zones` come from the server: browsers differ in the zones they list. */
export function ProfileForm({ zones }: { zones: string[] }): JSX.Element {
  const texts = useTexts();
  const { t } = texts;
  const me = useMe();
  const toasts = useToasts();
  const change = useChangeProfile();
  const submit = (event: SubmitEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const profile = {
      name: textOf(form, "name").trim(),
      time_zone: textOf(form, "time_zone"),
      language: textOf(form, "language"),
      date_order: textOf(form, "date_order") as User["date_order"],
      hour_cycle: textOf(form, "hour_cycle") as User["hour_cycle"],
      week_start: textOf(form, "week_start") as User["week_start"],
    };
    change.mutate(profile, { onSuccess: () => toasts.show({ title: t("accounts.saved") }) });
  };
  const known = zones.includes(me.time_zone) ? zones : [me.time_zone, ...zones];
  return (
    <form onSubmit={submit} className="flex flex-col gap-5">
      <FormError message={change.error ? describeError(change.error, texts) : undefined} />
      <TextField label={t("accounts.name")} name="name" defaultValue={me.name} autoComplete="name" maxLength={100} required />
      <NativeSelectField label={t("accounts.timeZone")} name="time_zone" defaultValue={me.time_zone}>
        {known.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </NativeSelectField>
      <DateFields me={me} />
      <Button type="submit" className="self-start" disabled={change.isPending}>
        {t("common.save")}
      </Button>
    </form>
  );
}

/** How dates and times are read and shown. */
function DateFields({ me }: { me: User }): JSX.Element {
  const { t } = useTexts();
  return (
    <>
      <NativeSelectField label={t("accounts.dateLanguage")} name="language" defaultValue={me.language}>
        {Object.entries(LANGUAGES).map(([language, name]) => (
          <option key={language} value={language} lang={language}>
            {name}
          </option>
        ))}
      </NativeSelectField>
      <NativeSelectField label={t("accounts.dateOrder")} name="date_order" defaultValue={me.date_order}>
        {DATE_ORDERS.map((order) => (
          <option key={order} value={order}>
            {t(`accounts.dateOrder.${order}`)}
          </option>
        ))}
      </NativeSelectField>
      <NativeSelectField label={t("accounts.hourCycle")} name="hour_cycle" defaultValue={me.hour_cycle}>
        {HOUR_CYCLES.map((cycle) => (
          <option key={cycle} value={cycle}>
            {t(`accounts.hourCycle.${cycle}`)}
          </option>
        ))}
      </NativeSelectField>
      <NativeSelectField label={t("accounts.weekStart")} name="week_start" defaultValue={me.week_start}>
        {WEEK_STARTS.map((day) => (
          <option key={day} value={day}>
            {t(`accounts.weekStart.${day}`)}
          </option>
        ))}
      </NativeSelectField>
    </>
  );
}
