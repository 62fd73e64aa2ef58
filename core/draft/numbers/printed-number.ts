/** A number of a text with what it prints; a range is one number. */
export interface PrintedNumber {
  /** Offsets in the text; the end is behind the last character, of a scale word too. */
  start: number;
  end: number;
  /** As it stands in the text; of a multiple with the words that lead to it ("gấp đôi"). */
  printed: string;
  /** Null where its digits are not a number of Vietnamese documents ("2.5"). */
  value: number | null;
  low: number | null;
  high: number | null;
  /** The scale word that is part of it; '' where there is none or it is part of the unit. */
  scale: string;
  /** End of its unit, that is where the words begin that belong to it. */
  unitEnd: number;
  /** As printed; '' where no unit stands behind it. */
  unit: string;
  /** A multiple ("gấp 1,5 lần") or a part ("hai phần ba") whose per cent nobody prints; null for a number as it stands. */
  said: 'multiple' | 'part' | null;
}
