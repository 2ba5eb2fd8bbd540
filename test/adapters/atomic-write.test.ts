import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { atomicWrite } from "../../src/adapters/atomic-write.ts";
import { type Disk, nodeDisk } from "../../src/adapters/disk.ts";
import { FileChanged, NotSaved } from "../../src/app/ports.ts";
import { type DiskCall, FaultyDisk } from "../support/faulty-disk.ts";
import { temporaryFolder } from "../support/temporary-folder.ts";

const path = "/home/settings.json";
const [oldBytes, newBytes] = [Buffer.alloc(3000, "o"), Buffer.alloc(5000, "n")];

function diskWithOld(inject: ConstructorParameters<typeof FaultyDisk>[0]["inject"], seed: number): FaultyDisk {
  const disk = new FaultyDisk({ seed, ...(inject ? { inject } : {}) });
  disk.calmly(() => {
    disk.mkdir("/home", 0o700);
    atomicWrite(disk, path, oldBytes);
    disk.fsync(disk.open("/", "read"));
  });
  return disk;
}

const calls: readonly DiskCall[] = ["open", "write", "fsync", "fstat", "close", "rename", "lstat", "unlink"];

test("whatever call fails and wherever the power goes, the file is old or new, and new when that was said", () => {
  let injected = 0;
  for (const call of calls) {
    for (const fault of ["EIO", "ENOSPC", "EACCES", "short"] as const) {
      for (let at = 1; at <= 3; at += 1) {
        for (let seed = 1; seed <= 4; seed += 1) {
          const disk = diskWithOld((name, count) => (name === call && count === at ? fault : undefined), seed);
          let saved = false;
          try {
            atomicWrite(disk, path, newBytes);
            saved = true;
          } catch (error) {
            expect(error).toBeInstanceOf(NotSaved);
            expect(disk.calmly(() => disk.readdir("/home"))).toEqual(["settings.json"]);
          }
          injected += disk.injected.length;
          disk.powerCut();
          const found = disk.peek(path);
          const whole = found?.equals(newBytes) || (!saved && found?.equals(oldBytes));
          expect(whole, `${fault} at ${call} ${at}, seed ${seed}`).toBe(true);
        }
      }
    }
  }
  expect(injected).toBeGreaterThan(100);
});

test("control: without the flush before the rename, a power cut destroys the file", () => {
  const broken = [1, 2, 3, 4, 5, 6].map((seed) => {
    const disk = diskWithOld(undefined, seed);
    const careless: Disk = new Proxy(disk, {
      get: (target, key) => {
        const member = Reflect.get(target, key);
        return key === "fsync" ? () => {} : typeof member === "function" ? member.bind(target) : member;
      },
    });
    atomicWrite(careless, path, newBytes);
    disk.powerCut();
    return !disk.peek(path)?.equals(newBytes);
  });
  expect(broken).toContain(true);
});

test("a full disk leaves the old file and no rubbish", () => {
  const disk = new FaultyDisk({ seed: 1, capacity: 7000 });
  disk.mkdir("/home", 0o700);
  atomicWrite(disk, path, oldBytes);
  expect(() => atomicWrite(disk, path, newBytes)).toThrow("the disk is full");
  expect(disk.injected).toHaveLength(1);
  expect(disk.peek(path)).toEqual(oldBytes);
  expect(disk.readdir("/home")).toEqual(["settings.json"]);
});

test("a file that somebody changed is not overwritten", () => {
  const folder = temporaryFolder();
  const file = join(folder, "deck.md");
  writeFileSync(file, "mine");
  expect(() => atomicWrite(nodeDisk, file, Buffer.from("new"), { expectedBytes: Buffer.from("read") })).toThrow(FileChanged);
  expect(() => atomicWrite(nodeDisk, file, Buffer.from("new"), { expectedBytes: null })).toThrow(FileChanged);
  expect(readFileSync(file, "utf8")).toBe("mine");
  atomicWrite(nodeDisk, file, Buffer.from("new"), { expectedBytes: Buffer.from("mine") });
  expect(readFileSync(file, "utf8")).toBe("new");
  expect(readdirSync(folder)).toEqual(["deck.md"]);
});

test("a private file is 0600, a deck keeps its mode", () => {
  const folder = temporaryFolder();
  const [settings, deck] = [join(folder, "settings.json"), join(folder, "deck.md")];
  atomicWrite(nodeDisk, settings, Buffer.from("{}"));
  writeFileSync(deck, "");
  chmodSync(deck, 0o664);
  atomicWrite(nodeDisk, deck, Buffer.from("x"), { mode: "asBefore" });
  expect([settings, deck].map((file) => statSync(file).mode & 0o777)).toEqual([0o600, 0o664]);
});

test("a link within the home is followed, one that leads out is refused", () => {
  const folder = temporaryFolder();
  const home = join(folder, "home");
  mkdirSync(home);
  writeFileSync(join(home, "real.md"), "old");
  writeFileSync(join(folder, "secret"), "secret");
  symlinkSync(join(home, "real.md"), join(home, "in.md"));
  symlinkSync(join(folder, "secret"), join(home, "out.md"));
  atomicWrite(nodeDisk, join(home, "in.md"), Buffer.from("new"), { within: home });
  expect(readFileSync(join(home, "real.md"), "utf8")).toBe("new");
  expect(() => atomicWrite(nodeDisk, join(home, "out.md"), Buffer.from("new"), { within: home })).toThrow(
    "leads out of the home",
  );
  expect(readFileSync(join(folder, "secret"), "utf8")).toBe("secret");
});
