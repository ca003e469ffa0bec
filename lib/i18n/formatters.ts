/** The objects of Intl that messages need, each made once: making one costs a hundred times more than using it. */
export const formatters = {
  getNumberFormat: remembered(
    (...given: ConstructorParameters<typeof Intl.NumberFormat>) => new Intl.NumberFormat(...given),
  ),
  getDateTimeFormat: remembered(
    (...given: ConstructorParameters<typeof Intl.DateTimeFormat>) => new Intl.DateTimeFormat(...given),
  ),
  getPluralRules: remembered(
    (...given: ConstructorParameters<typeof Intl.PluralRules>) => new Intl.PluralRules(...given),
  ),
};

function remembered<Given extends unknown[], Made>(make: (...given: Given) => Made) {
  const known = new Map<string, Made>();
  return (...given: Given) => {
    const key = JSON.stringify(given);
    let found = known.get(key);
    if (!found) known.set(key, (found = make(...given)));
    return found;
  };
}
