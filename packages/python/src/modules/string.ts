/** The letters from a to z. */
export const ascii_lowercase = "abcdefghijklmnopqrstuvwxyz";

/** The letters from A to Z. */
export const ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** Both. */
export const ascii_letters: string = ascii_lowercase + ascii_uppercase;

/** The decimal digits. */
export const digits = "0123456789";

/** The hexadecimal digits. */
export const hexdigits = "0123456789abcdefABCDEF";

/** The octal digits. */
export const octdigits = "01234567";

/** The punctuation of ASCII. */
export const punctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/** The white space of ASCII. */
export const whitespace = " \t\n\r\x0b\x0c";

/** Everything of ASCII that can be printed. */
export const printable: string = digits + ascii_letters + punctuation + whitespace;
