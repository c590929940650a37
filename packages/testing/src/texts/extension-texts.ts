import type { Choices } from "../choices/choices.ts";

/** The extension types, by the names of the functions that make them. */
export type Constructor = "ip" | "decimal" | "datetime" | "duration";

// biome-ignore format: a table reads better packed
const known: Readonly<Record<Constructor, readonly string[]>> = {
  ip: [
    "10.0.0.1", "10.0.0.0/8", "10.1.2.3/8", "127.0.0.1", "127.0.0.0/7", "127.0.0.0/9", "::1", "ff02::1", "ff00::/8", "224.0.0.0/4", "224.0.0.0/3", "239.1.2.3", "0.0.0.0/0", "::/0",
    "::ffff:102:304", "0:0:1:0:0:ffff:102:304", "1:2:3:4:5:6:7:8", "255.255.255.255/32", "10.0.0.2", "10.255.0.0/16", "192.168.1.1", "1.2.3.4/24", "127.255.0.1",
  ],
  decimal: ["0.0", "-0.0", "1.0", "1.0000", "-0.5", "12.34", "00001.5", "922337203685477.5807", "-922337203685477.5808", "922337203685477.5806", "0.0001", "1.5"],
  datetime: [
    "2024-01-01", "2024-02-29", "1970-01-01", "1969-12-31T23:59:59.999Z", "0000-01-01", "9999-12-31T23:59:59Z", "2024-01-01T00:00:00+2359", "2024-01-01T12:00:00.123-0100",
    "1969-12-31", "2024-01-01T00:00:00Z", "2000-02-29T12:00:00Z", "1900-02-28",
  ],
  duration: ["0ms", "1d", "-1d1h", "1d2h3m4s5ms", "90m", "5s", "-1ms", "9223372036854775807ms", "-9223372036854775808ms", "106751991167d", "1h", "-86400000ms", "1ms"],
};

// biome-ignore format: a table reads better packed
const malformed: Readonly<Record<Constructor, readonly string[]>> = {
  ip: ["", "10.0.0.256", "10.0.0.01", "10.0.0.1/33", "10.0.0.1/08", "::1/129", ":::", "1.2.3", "::ffff:1.2.3.4", "abcd", " 10.0.0.1", "10.0.0.1/", "/8", "::1/0128", "1::2::3", "1:2:3:4:5:6:7:8:9", "10.0.0.1/-1", "10.0.0.1/256", "::1/300", "::1/\u0800", "1.2.3.4/\u0800", "::1/99999999999999999999", "1111:1111:1111:1111:1111:1111:1111:1111/1289999999"],
  decimal: ["", "1", "1.", ".1", "1.00000", "+1.0", "922337203685477.5808", "-922337203685477.5809", "1.0 ", "1e1", "--1.0", "9223372036854775808.0", "٣.0", "1.\u0800\u0800", "1.-5", "99999999999999999999.0", "-99999999999999999999.5"],
  datetime: [
    "", "2023-02-29", "2024-04-31", "2023-06-31T00:00:00Z", "2024-09-31", "2023-11-31", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-32", "2024-01-01T", "2024-01-01T00:00:00", "2024-01-01T24:00:00Z", "2024-01-01T00:60:00Z", "2024-01-01T00:00:60Z", "2024-01-01T00:00:00.12Z",
    "2024-01-01T00:00:00+2400", "2024-01-01T00:00:00+0060", "2024-01-01t00:00:00z", "24-01-01", "2024-1-1", "2024-01-01T00:00:00+01:00", "2024-01-01 ", "2024-01-01T00:00:00Zx", "2024-01-01T00:00:00.1234Z",
  ],
  duration: ["", "-", "1", "d", "1h1d", "1.5h", "+1d", "1d1d", "9223372036854775808ms", "106751991168d", "1D", " 1d", "1ms1s", "1m1ms", "1d-1h", "99999999999999999999d", "-106751991168d", "106751991167d99999h", "9223372036854775807s", "-9223372036854775809ms"],
};

/** A text for this constructor, made of digits and marks rather than known by heart. */
const composed: Readonly<Record<Constructor, (choices: Choices) => string>> = {
  ip: (choices) => {
    if (choices.chance(15)) {
      const groups = choices.list(1, 7, () => (choices.below(256) * (1 + choices.below(256))).toString(16));
      const address = groups.length === 7 ? groups.concat("0").join(":") : `${groups.join(":")}::`;
      return choices.chance(50) ? `${address}/${choices.below(129)}` : address;
    }
    const octets = Array.from({ length: 4 }, () => choices.below(256));
    return choices.chance(50) ? `${octets.join(".")}/${choices.below(33)}` : octets.join(".");
  },
  decimal: (choices) => {
    const sign = choices.chance(30) ? "-" : "";
    return `${sign}${choices.below(200) * (1 + choices.below(100))}.${digits(choices, 1 + choices.below(4))}`;
  },
  datetime: (choices) => {
    const day = `${digits(choices, 4)}-${padded(1 + choices.below(12))}-${padded(1 + choices.below(28))}`;
    if (choices.chance(40)) return day;
    const time = `${padded(choices.below(24))}:${padded(choices.below(60))}:${padded(choices.below(60))}`;
    const fraction = choices.chance(40) ? `.${digits(choices, 3)}` : "";
    const hour = padded(choices.below(24));
    const zone = choices.chance(50) ? `${choices.pick(["+", "-"])}${hour}${padded(choices.below(60))}` : "Z";
    return `${day}T${time}${fraction}${zone}`;
  },
  duration: (choices) => {
    const parts = ["d", "h", "m", "s", "ms"].map((unit) => (choices.chance(40) ? `${choices.below(100)}${unit}` : ""));
    return `${choices.chance(30) ? "-" : ""}${parts.join("") || "0s"}`;
  },
};

/** A text that this constructor accepts. */
export function drawExtensionText(choices: Choices, maker: Constructor): string {
  return choices.chance(30) ? composed[maker](choices) : choices.pick(known[maker]);
}

/** A text that this constructor may well refuse: a known trap, or a good text with a character changed. */
export function drawMalformedText(choices: Choices, maker: Constructor): string {
  if (choices.chance(50)) return choices.pick(malformed[maker]);
  const text = drawExtensionText(choices, maker);
  const at = choices.below(text.length);
  const character = text[at] as string;
  const marks = ["0", "9", ".", ":", "-", "/", "T", "Z", "", " ", character + character, "a", "\0", "m", "+"];
  return text.slice(0, at) + choices.pick(marks) + text.slice(at + 1);
}

function digits(choices: Choices, length: number): string {
  return Array.from({ length }, () => choices.below(10)).join("");
}

function padded(number: number): string {
  return String(number).padStart(2, "0");
}
