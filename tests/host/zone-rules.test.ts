// Local time, as the system's zone files and POSIX texts have it.
import { existsSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { zoneRules } from "../../src/modules/zone-rules.ts";

const shown = (setting: string, seconds: number) => {
  const { name, offsetSeconds, isSummer } = zoneRules(setting)!(seconds);
  return `${name} ${offsetSeconds / 3600}${isSummer ? " summer" : ""}`;
};
const [january, july] = [1_705_320_000, 1_720_000_000];

describe("a POSIX text", () => {
  test("has offsets that count westwards", () => {
    expect(shown("EST5", july)).toBe("EST -5");
    expect(shown("<+0330>-3:30", july)).toBe("+0330 3.5");
  });
  test("may have summer time by its own rules or those of the USA", () => {
    for (const text of ["EST5EDT", "EST+05EDT,M3.2.0,M11.1.0", "EST5EDT4,M3.2.0/2,M11.1.0/2:00:00"]) {
      expect(shown(text, january)).toBe("EST -5");
      expect(shown(text, july)).toBe("EDT -4 summer");
      expect(shown(text, 1_710_053_999)).toBe("EST -5"); // 2024-03-10 01:59:59
      expect(shown(text, 1_710_054_000)).toBe("EDT -4 summer");
      expect(shown(text, 1_730_613_599)).toBe("EDT -4 summer"); // 2024-11-03 01:59:59
      expect(shown(text, 1_730_613_600)).toBe("EST -5");
    }
  });
  test("may have its summer around the new year", () => {
    expect(shown("NZST-12NZDT,M9.5.0,M4.1.0/3", january)).toBe("NZDT 13 summer");
    expect(shown("NZST-12NZDT,M9.5.0,M4.1.0/3", july)).toBe("NZST 12");
  });
  test("may name days by their numbers, with or without leap days", () => {
    expect(shown("AAA3BBB,J60/0,300/25", Date.UTC(2024, 2, 1, 2) / 1000)).toBe("AAA -3");
    expect(shown("AAA3BBB,J60/0,300/25", Date.UTC(2024, 2, 1, 4) / 1000)).toBe("BBB -2 summer");
  });
});

describe.skipIf(!existsSync("/usr/share/zoneinfo/Europe/Berlin"))("a zone file", () => {
  test("tells the names that are used there", () => {
    expect(shown("Europe/Berlin", january)).toBe("CET 1");
    expect(shown(":Europe/Berlin", july)).toBe("CEST 2 summer");
    expect(shown("/usr/share/zoneinfo/Asia/Kolkata", july)).toBe("IST 5.5");
  });
  test("goes on by its rule after its last transition", () => {
    expect(shown("America/New_York", Date.UTC(2099, 6, 1) / 1000)).toBe("EDT -4 summer");
    expect(shown("America/New_York", Date.UTC(2099, 0, 1) / 1000)).toBe("EST -5");
  });
  test("that is none makes it UTC", () => {
    expect(shown("Nope/Zone", july)).toBe("Nope 0");
    expect(shown("../../etc/passwd", july)).toBe("UTC 0");
    expect(shown("", july)).toBe("UTC 0");
  });
});
