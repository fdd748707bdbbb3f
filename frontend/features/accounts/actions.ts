// What people change about their account.
import { type UseMutationResult, useMutation, useQueryClient } from "@tanstack/react-query";
import { api, read } from "@/lib/api/client";
import type { User } from "@/lib/api/types";

type Profile = Partial<
  Pick<User, "name" | "time_zone" | "language" | "date_order" | "hour_cycle" | "week_start" | "welcome_dismissed">
>;

export function useChangeProfile(): UseMutationResult<User, Error, Profile> {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (body) => read(api.PATCH("/api/auth/me", { body })),
    onSuccess: (user) => {
      client.setQueryData(["me"], user);
      return client.invalidateQueries({ queryKey: ["tasks"] });
    },
  });
}

export function useChangePassword(): UseMutationResult<unknown, Error, { current_password: string; new_password: string }> {
  return useMutation({ mutationFn: (body) => read(api.POST("/api/auth/password", { body })) });
}
