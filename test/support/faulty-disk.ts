import { basename, dirname } from "node:path";
import type { Disk, FileStatus, OpenFor } from "../../src/adapters/disk.ts";
import { type Chance, seededChance } from "./seeded-chance.ts";

export type DiskCall = Exclude<keyof Disk, "flushesFolders">;

/** What happens to one call. `short`: a write takes a part and says so. */
export interface Injection {
  readonly call: DiskCall;
  readonly fault: "short" | "EIO" | "ENOSPC" | "EMFILE" | "EROFS" | "EACCES";
}

export interface FaultyDiskOptions {
  readonly seed: number;
  /** Decides, for the `count`th call (from 1) of its kind, whether it fails. */
  readonly inject?: (call: DiskCall, count: number, chance: Chance) => Injection["fault"] | undefined;
  /** Bytes the disk holds in all; unbounded by default. */
  readonly capacity?: number;
}

interface Inode {
  readonly kind: "file" | "folder";
  mode: number;
  /** What a reader sees. */
  bytes: Buffer;
  /** What a power cut leaves for certain. */
  durable: Buffer;
  unsynced: { readonly offset: number; readonly bytes: Buffer }[];
  names: Map<string, Inode>;
  durableNames: Map<string, Inode>;
}

interface OpenFile {
  readonly inode: Inode;
  readonly appends: boolean;
  readonly writable: boolean;
  position: number;
}

/**
 * A disk in memory that fails as disks do: a write on a full disk takes a part and the next one fails; a failed flush
 * drops the unflushed bytes, says so once, and the next one succeeds without them; names outlive a power cut only after
 * their folder was flushed; each unflushed write survives whole, as a prefix, as NULs or not at all.
 */
export class FaultyDisk implements Disk {
  readonly flushesFolders = true;
  readonly injected: Injection[] = [];
  readonly calls = new Map<DiskCall, number>();
  private readonly options: FaultyDiskOptions;
  private readonly chance: Chance;
  private readonly root = newInode("folder", 0o755);
  private readonly files = new Map<number, OpenFile>();
  private nextFile = 3;
  private armed = true;
  private fullAfterShort = false;

  constructor(options: FaultyDiskOptions) {
    this.options = options;
    this.chance = seededChance(options.seed);
  }

  /** No faults while `work` runs: for preparing and for looking. */
  calmly<T>(work: () => T): T {
    const before = this.armed;
    this.armed = false;
    try {
      return work();
    } finally {
      this.armed = before;
    }
  }

  /** What is left when the power fails now. Open files are gone. */
  powerCut(): void {
    this.files.clear();
    this.fullAfterShort = false;
    this.settle(this.root, new Set());
  }

  /** The bytes of a file, or undefined. */
  peek(path: string): Buffer | undefined {
    return this.find(path)?.bytes;
  }

  /** Whether something has that name; counts as no call. */
  lookFor(path: string): boolean {
    return this.find(path) !== undefined;
  }

  /** Changes a file as another program would: cut it, or give it other bytes. */
  poke(path: string, bytes: Uint8Array): void {
    const inode = this.need(path);
    inode.bytes = Buffer.from(bytes);
    inode.durable = inode.bytes;
    inode.unsynced = [];
  }

  open(path: string, purpose: OpenFor, mode = 0o666): number {
    this.count("open");
    const creates = purpose === "create" || purpose === "createToAppend";
    let inode = this.find(path);
    if (creates) {
      if (inode) throw diskError("EEXIST");
      inode = newInode("file", mode);
      this.needFolder(dirname(path)).names.set(basename(path), inode);
    }
    if (!inode) throw diskError("ENOENT");
    const file = this.nextFile++;
    this.files.set(file, { inode, appends: purpose === "createToAppend", writable: creates, position: 0 });
    return file;
  }

  read(file: number, into: Uint8Array, offset: number, length: number, position?: number): number {
    this.count("read");
    const open = this.needOpen(file);
    const from = position ?? open.position;
    const copied = open.inode.bytes.copy(into, offset, from, from + length);
    if (position === undefined) open.position += copied;
    return copied;
  }

  write(file: number, bytes: Uint8Array, offset: number, length: number): number {
    if (this.fullAfterShort && this.armed) {
      this.fullAfterShort = false;
      this.injected.push({ call: "write", fault: "ENOSPC" });
      throw diskError("ENOSPC");
    }
    const fault = this.count("write");
    let taken = length;
    if (fault === "short" || fault === "ENOSPC") {
      taken = 1 + Math.floor(this.chance() * (length - 1));
      this.fullAfterShort = fault === "ENOSPC";
    }
    if (this.options.capacity !== undefined) {
      taken = Math.min(taken, this.options.capacity - this.used(this.root));
      if (taken <= 0) {
        this.injected.push({ call: "write", fault: "ENOSPC" });
        throw diskError("ENOSPC");
      }
    }
    const open = this.needOpen(file);
    if (!open.writable) throw diskError("EBADF");
    const at = open.appends ? open.inode.bytes.length : open.position;
    const piece = Buffer.from(bytes.slice(offset, offset + taken));
    open.inode.bytes = overlaid(open.inode.bytes, at, piece);
    open.inode.unsynced.push({ offset: at, bytes: piece });
    open.position = at + taken;
    return taken;
  }

  fdatasync(file: number): void {
    this.flush("fdatasync", file);
  }

  fsync(file: number): void {
    this.flush("fsync", file);
  }

  fstat(file: number): FileStatus {
    this.count("fstat");
    return this.statusOf(this.needOpen(file).inode);
  }

  fchmod(file: number, mode: number): void {
    this.count("fchmod");
    this.needOpen(file).inode.mode = mode;
  }

  close(file: number): void {
    this.needOpen(file);
    this.files.delete(file);
    this.count("close");
  }

  rename(from: string, to: string): void {
    this.count("rename");
    const inode = this.need(from);
    this.needFolder(dirname(from)).names.delete(basename(from));
    this.needFolder(dirname(to)).names.set(basename(to), inode);
  }

  unlink(path: string): void {
    this.count("unlink");
    this.need(path);
    this.needFolder(dirname(path)).names.delete(basename(path));
  }

  mkdir(path: string, mode: number): void {
    this.count("mkdir");
    if (this.find(path)) throw diskError("EEXIST");
    this.needFolder(dirname(path)).names.set(basename(path), newInode("folder", mode));
  }

  readdir(path: string): string[] {
    this.count("readdir");
    return [...this.needFolder(path).names.keys()];
  }

  stat(path: string): FileStatus {
    this.count("stat");
    return this.statusOf(this.need(path));
  }

  lstat(path: string): FileStatus {
    this.count("lstat");
    return this.statusOf(this.need(path));
  }

  realpath(path: string): string {
    this.count("realpath");
    this.need(path);
    return path;
  }

  freeBytes(path: string): number {
    this.count("freeBytes");
    this.need(path);
    return this.options.capacity === undefined ? 2 ** 40 : this.options.capacity - this.used(this.root);
  }

  /** Counts the call and throws when it is to fail; `short` and a full disk are left to `write`. */
  private count(call: DiskCall): Injection["fault"] | undefined {
    if (!this.armed) return undefined;
    const count = (this.calls.get(call) ?? 0) + 1;
    this.calls.set(call, count);
    const fault = this.options.inject?.(call, count, this.chance);
    if (fault === undefined || (fault === "short" && call !== "write")) return undefined;
    this.injected.push({ call, fault });
    if (call === "write" && (fault === "short" || fault === "ENOSPC")) return fault;
    if (call !== "fsync" && call !== "fdatasync") throw diskError(fault);
    return fault;
  }

  private flush(call: "fsync" | "fdatasync", file: number): void {
    const { inode } = this.needOpen(file);
    const fault = this.count(call);
    if (fault !== undefined) {
      inode.unsynced = [];
      throw diskError(fault);
    }
    for (const { offset, bytes } of inode.unsynced) inode.durable = overlaid(inode.durable, offset, bytes);
    inode.unsynced = [];
    inode.durableNames = new Map(inode.names);
  }

  private settle(inode: Inode, seen: Set<Inode>): void {
    if (seen.has(inode)) return;
    seen.add(inode);
    for (const write of inode.unsynced) {
      const survivor = this.survivorOf(write.bytes);
      if (survivor) inode.durable = overlaid(inode.durable, write.offset, survivor);
    }
    inode.unsynced = [];
    inode.bytes = inode.durable;
    for (const name of new Set([...inode.names.keys(), ...inode.durableNames.keys()])) {
      const [now, before] = [inode.names.get(name), inode.durableNames.get(name)];
      const kept = now === before || this.chance() < 0.5 ? now : before;
      if (kept) inode.names.set(name, kept);
      else inode.names.delete(name);
    }
    inode.durableNames = new Map(inode.names);
    for (const child of inode.names.values()) this.settle(child, seen);
  }

  private survivorOf(bytes: Buffer): Buffer | undefined {
    const draw = this.chance();
    if (draw < 0.25) return bytes;
    if (draw < 0.5) return bytes.subarray(0, Math.floor(this.chance() * bytes.length));
    return draw < 0.75 ? Buffer.alloc(bytes.length) : undefined;
  }

  private used(inode: Inode): number {
    let bytes = inode.bytes.length;
    for (const child of inode.names.values()) bytes += this.used(child);
    return bytes;
  }

  private linksOf(wanted: Inode, folder: Inode): number {
    let links = 0;
    for (const child of folder.names.values()) {
      if (child === wanted) links += 1;
      if (child.kind === "folder") links += this.linksOf(wanted, child);
    }
    return links;
  }

  private statusOf(inode: Inode): FileStatus {
    const { kind, bytes, mode } = inode;
    const links = this.linksOf(inode, this.root);
    return { kind, size: bytes.length, links, mode, owner: 0, modifiedMs: 0, changedMs: 0 };
  }

  private find(path: string): Inode | undefined {
    let inode: Inode | undefined = this.root;
    for (const name of path.split("/")) if (name !== "") inode = inode?.names.get(name);
    return inode;
  }

  private need(path: string): Inode {
    const inode = this.find(path);
    if (!inode) throw diskError("ENOENT");
    return inode;
  }

  private needFolder(path: string): Inode {
    const inode = this.need(path);
    if (inode.kind !== "folder") throw diskError("ENOTDIR");
    return inode;
  }

  private needOpen(file: number): OpenFile {
    const open = this.files.get(file);
    if (!open) throw diskError("EBADF");
    return open;
  }
}

function newInode(kind: Inode["kind"], mode: number): Inode {
  const empty = Buffer.alloc(0);
  return { kind, mode, bytes: empty, durable: empty, unsynced: [], names: new Map(), durableNames: new Map() };
}

function overlaid(under: Buffer, offset: number, bytes: Buffer): Buffer {
  const result = Buffer.alloc(Math.max(under.length, offset + bytes.length));
  under.copy(result);
  bytes.copy(result, offset);
  return result;
}

function diskError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
