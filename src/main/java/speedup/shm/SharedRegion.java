package speedup.shm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A {@link Region} that says what it is and who uses it, so that an object can live in it which
 * several processes attach to, and which goes when nobody is left.
 *
 * <p>Its file is deleted when its creator closes it or ends normally, when the last user closes it,
 * and, if all users were killed, when any process makes its next region. Whoever has attached keeps
 * the memory until then. One with a name stays also after its creator has closed it, as long as
 * anybody uses it. Any thread; an access after {@link #close()} throws {@code
 * IllegalStateException}.
 */
public final class SharedRegion implements AutoCloseable {
  /** Of this process, for its end. */
  private static final Set<SharedRegion> OPEN = ConcurrentHashMap.newKeySet();

  private static final AtomicBoolean HOOKED = new AtomicBoolean();

  private final Region region;
  private final MemorySegment memory;
  private final MemorySegment body;
  private final boolean created;
  private final Users users;
  private final RegionName name; // null for none
  private GrowingFile growing; // null: not asked for. Guarded by this

  private SharedRegion(Region region, boolean created) throws IOException {
    this.region = region;
    this.created = created;
    memory = region.memory();
    var bodySize = memory.byteSize() - SharedHeader.BODY_AT - RegionName.bytes(memory);
    body = memory.asSlice(SharedHeader.BODY_AT, bodySize);
    users = new Users(memory);
    name = RegionName.of(region.path(), memory);
    if (created || name == null) {
      users.enter();
    } else {
      name.enter(users);
    }
    if (!Waitings.canUseKernel()) {
      Words.setIntVolatile(memory, SharedHeader.PARKER_AT, 1);
    }
    OPEN.add(this);
    if (HOOKED.compareAndSet(false, true)) {
      Runtime.getRuntime().addShutdownHook(new Thread(SharedRegion::closeAll));
    }
  }

  /**
   * Makes one; its body is all zeros.
   *
   * @param kind what it is, told from all others by this number
   * @param bodySize in bytes, above 0
   * @throws IOException when the system has no room for it, or cannot keep it from other users
   */
  public static SharedRegion create(int kind, long bodySize) throws IOException {
    return make(kind, bodySize, "");
  }

  /**
   * Makes one that processes of this user find by a name. It stays until the last of its users, of
   * whom its creator is one, closes it or ends.
   *
   * @param name 1 to 100 of a-z, A-Z, 0-9, '.', '_', '-'
   * @throws FileAlreadyExistsException when another has this name, which is in use
   */
  public static SharedRegion create(int kind, long bodySize, String name) throws IOException {
    RegionName.check(name);
    var made = make(kind, bodySize, name);
    var claimed = false;
    try {
      made.name.claim();
      claimed = true;
      return made;
    } finally {
      if (!claimed) {
        made.close();
      }
    }
  }

  private static SharedRegion make(int kind, long bodySize, String name) throws IOException {
    if (bodySize <= 0) {
      throw new IllegalArgumentException("a shared object of " + bodySize + " bytes");
    }
    var nameBytes = name.isEmpty() ? 0 : SharedHeader.NAME_BYTES;
    var size = Math.addExact(SharedHeader.BODY_AT + nameBytes, bodySize);
    var region = Region.create(size);
    SharedRegion made = null;
    try {
      if (!name.isEmpty()) {
        RegionName.write(region.memory(), name);
      }
      made = new SharedRegion(region, true);
      var memory = region.memory();
      Words.setInt(memory, SharedHeader.KIND_AT, kind);
      Words.setLong(memory, SharedHeader.SIZE_AT, size);
      Words.setLongVolatile(memory, SharedHeader.MAGIC_AT, SharedHeader.MAGIC);
      return made;
    } finally {
      if (made == null) {
        region.close();
        region.unlink();
      }
    }
  }

  /**
   * Opens one that a process of this user made.
   *
   * @param path as its creator tells it
   * @param size as its creator tells it
   * @param kind what it has to be
   * @throws NoSuchFileException when it is not there: closed by its creator, or never made
   * @throws WrongKindException when it is something else
   * @throws IOException when it is not safe, belongs to another container, or has too many users
   */
  public static SharedRegion attach(Path path, long size, int kind) throws IOException {
    var creator = Creator.of(String.valueOf(path.getFileName()));
    if (creator == null || creator.space() != Creator.self().space()) {
      throw new IOException(path + " belongs to another container: its processes cannot be told");
    }
    var region = Region.attachGrown(path, size); // its header tells the size too
    SharedRegion attached = null;
    try {
      check(region, size, kind);
      attached = new SharedRegion(region, false);
      return attached;
    } finally {
      if (attached == null) {
        region.close();
      }
    }
  }

  /**
   * Where the one of a name is, to be attached to.
   *
   * @throws NoSuchFileException when there is none
   */
  public static Path find(String name) throws IOException {
    return RegionName.find(name);
  }

  private static void check(Region region, long size, int kind) throws IOException {
    var memory = region.memory();
    if (size <= SharedHeader.BODY_AT
        || Words.getLong(memory, SharedHeader.MAGIC_AT) != SharedHeader.MAGIC
        || Words.getLong(memory, SharedHeader.SIZE_AT) != size) {
      throw new WrongKindException(
          region.path() + " is no shared object of this version; use one version everywhere");
    }
    var found = Words.getInt(memory, SharedHeader.KIND_AT);
    if (found != kind) {
      throw new WrongKindException(
          "%s is of kind %d, not %d".formatted(region.path(), found, kind));
    }
  }

  /** Its name; empty when it has none. */
  public String name() {
    return RegionName.read(memory);
  }

  /** Where it is, for others to attach to. */
  public Path path() {
    return region.path();
  }

  /** Bytes that the file had when it was made, for others to attach to. */
  public long size() {
    return memory.byteSize();
  }

  /**
   * Keeps the file open, so that this process can map what the file grows by. To be called before
   * anybody can have unlinked it.
   *
   * @throws NoSuchFileException when it was closed by its creator
   * @throws IOException when this process has too many files open
   */
  public synchronized void keepOpen() throws IOException {
    growing = region.growing();
  }

  /**
   * Makes the file longer by zeros; what was there beyond {@code from} must be unused. Called by
   * one process at a time.
   *
   * @param from where, in bytes after the begin of the body, a multiple of 128
   * @param size in bytes
   * @return the new part
   * @throws IOException when the system has no room for it
   * @throws IllegalStateException when it was not kept open, or was closed
   */
  public MemorySegment grow(long from, long size) throws IOException {
    return growing().grow(SharedHeader.BODY_AT + from, size);
  }

  /** Maps a part by which another process has made the file longer; as {@link #grow}. */
  public MemorySegment map(long from, long size) throws IOException {
    return growing().map(SharedHeader.BODY_AT + from, size);
  }

  /** Maps the first bytes of the body once more, for who uses them after this was closed. */
  public MemorySegment mapAgain(long size, Arena until) throws IOException {
    return growing().map(SharedHeader.BODY_AT, size, until);
  }

  private synchronized GrowingFile growing() {
    if (growing == null || isClosed()) {
      throw new IllegalStateException("the file of the memory is closed");
    }
    return growing;
  }

  /** What its user keeps in it; begins at a multiple of 128. */
  public MemorySegment body() {
    return body;
  }

  /** Whether this process made it. */
  public boolean isCreator() {
    return created;
  }

  /** Whether {@link #close()} was called here. */
  public boolean isClosed() {
    return !memory.scope().isAlive();
  }

  /**
   * How to sleep on a word of the body: in the kernel for as long as all who have used the memory
   * can wake each other there.
   */
  public Waiting waiting() {
    return new Waiting() {
      @Override
      public boolean await(MemorySegment in, long offset, int expected, long nanos) {
        return chosen().await(in, offset, expected, nanos);
      }

      @Override
      public int wake(MemorySegment in, long offset, int count) {
        return Waitings.canUseKernel() ? Waitings.kernel().wake(in, offset, count) : 0;
      }
    };
  }

  private Waiting chosen() {
    return Words.getInt(memory, SharedHeader.PARKER_AT) == 0 && Waitings.canUseKernel()
        ? Waitings.kernel()
        : Waitings.PARK;
  }

  /**
   * A process that used it and ended without closing it: killed, or halted.
   *
   * @return its {@link ProcessId}, or {@link ProcessId#NOBODY}
   */
  public long deadUser() {
    return users.dead();
  }

  /** Whether a process has attached, or made it, and did not leave it since. It may have died. */
  public boolean isUser(long process) {
    return users.has(process);
  }

  /** Takes a dead process out of the list of users. */
  public void forget(long process) {
    users.forget(process);
  }

  /** Deletes the file and its name: nobody else can attach, and those who have stay. */
  public void unlink() throws IOException {
    if (name != null) {
      name.remove();
    }
    region.unlink();
  }

  /** Leaves it; the last user and the creator delete the file. Closing again does nothing. */
  @Override
  public void close() {
    try {
      leave();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot delete " + region.path(), e);
    } finally {
      region.close();
      closeFile();
    }
  }

  private synchronized void closeFile() {
    try {
      if (growing != null) {
        growing.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close " + region.path(), e);
    }
  }

  /** Once; the memory stays. */
  private synchronized void leave() throws IOException {
    if (OPEN.remove(this)) {
      if (isLastToLeave()) {
        region.unlink();
      }
    }
  }

  private boolean isLastToLeave() throws IOException {
    if (name != null) {
      return name.leave(users);
    }
    users.leave();
    return created || !users.anyAlive();
  }

  /**
   * Leaves all that this process still uses, as its last act: the memory itself stays, because
   * other threads may still use it. A process that halts calls this first; at a normal end it is
   * called by itself.
   */
  public static void closeAll() {
    for (var open : OPEN) {
      try {
        open.leave();
      } catch (IOException e) {
        System.err.println("cannot delete " + open.region.path() + ": " + e.getMessage());
      }
    }
  }
}
