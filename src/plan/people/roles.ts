import type { Plan } from "../schema/schema.ts";

/** The plan with the logins in the place of every role of people; each once, those who are called first in front. */
export function withoutPeopleRoles(plan: Plan): Plan {
  const loginsOf = (name: string) => {
    const role = Object.hasOwn(plan.people, name) ? plan.people[name] : undefined;
    return role === undefined ? [name] : [...role.who, ...role.substitutes];
  };
  const written = (names: readonly string[]) => {
    const logins = names.flatMap(loginsOf);
    return logins.filter((login, index) => logins.findIndex((one) => sameLogin(one, login)) === index);
  };
  const owned = <Line extends { readonly owners: string[] }>(line: Line): Line => ({
    ...line,
    owners: written(line.owners),
  });
  const asking = <Ask extends { readonly who: string[] }>(ask: Ask): Ask => ({ ...ask, who: written(ask.who) });
  const { window, verify } = plan;
  return {
    ...plan,
    window: { ...window, ...(window.ask === undefined ? {} : { ask: asking(window.ask) }) },
    manual: plan.manual.map(owned),
    verify: {
      ...verify,
      scenarios: verify.scenarios.map(owned),
      ...(verify.ask === undefined ? {} : { ask: asking(verify.ask) }),
    },
  };
}

/** Of the owners of a line those who are called first: nobody who only stands in for another. */
export function firstCalled({ people }: Pick<Plan, "people">, owners: readonly string[]): readonly string[] {
  const roles = Object.values(people);
  const standsIn = (login: string) =>
    roles.some(({ substitutes }) => substitutes.some((one) => sameLogin(one, login))) &&
    !roles.some(({ who }) => who.some((one) => sameLogin(one, login)));
  const first = owners.filter((login) => !standsIn(login));
  return first.length > 0 ? first : owners;
}

function sameLogin(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
