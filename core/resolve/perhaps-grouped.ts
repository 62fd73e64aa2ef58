/** Whether every comma may group thousands: "1,000" may be a thousand, "12,5" is none and "0,125" a fraction. */
export function isPerhapsGrouped(printed: string): boolean {
  return (printed.match(/\d+(?:[.,]\d+)*/gu) ?? []).every((one) => /^[1-9]\d{0,2}(?:,\d{3})*$/u.test(one));
}

/** Such numbers as the language writes them. */
export function withDots(printed: string): string {
  return printed.replaceAll(',', '.');
}
