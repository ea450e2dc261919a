/** Whether a topic matches an MQTT filter: `+` stands for one segment, `#` at the end for the rest. */
export function matchesTopic(filter: string, topic: string): boolean {
  const wanted = filter.split('/');
  const given = topic.split('/');
  const rest = wanted.indexOf('#');
  const fixed = rest < 0 ? wanted : wanted.slice(0, rest);
  return (
    (rest < 0 ? given.length === wanted.length : given.length >= fixed.length) &&
    fixed.every((segment, i) => segment === '+' || segment === given[i])
  );
}
