package speedup.ipc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.MemorySegment;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.NoSuchElementException;
import java.util.concurrent.ThreadLocalRandom;
import speedup.shm.SharedRegion;

/**
 * Memory that processes share, as {@code multiprocessing.shared_memory.SharedMemory}. It is passed
 * to tasks and child processes as any shared object, and any other process of this user can attach
 * to it by its name.
 *
 * <pre>{@code
 * try (var picture = SharedMemory.create("picture", 1 << 20)) {
 *   picture.memory().set(ValueLayout.JAVA_INT, 0, 42);
 *   ...
 * }
 * // in another process
 * try (var picture = SharedMemory.attach("picture")) {
 *   picture.memory().get(ValueLayout.JAVA_INT, 0);
 * }
 * }</pre>
 *
 * <p>Memory and name go when the last process that has it closes it, loses its last reference, or
 * ends; who made it is one of them. When all were killed, the name is free at once, and the memory
 * when any process makes its next shared object. In one process it is one object, however often it
 * is attached to: close it once. Any thread.
 */
public final class SharedMemory extends SharedObject {
  private final transient String name;

  SharedMemory(SharedRegion region) {
    super(Kind.MEMORY, region);
    name = region.name();
  }

  /**
   * Zeroed memory with a name that nobody else has.
   *
   * @param size in bytes
   * @throws IllegalArgumentException when the size is below 1
   * @throws UncheckedIOException when the system gives no shared memory
   */
  public static SharedMemory create(long size) {
    var random = ThreadLocalRandom.current();
    return create(
        "memory-" + Long.toHexString(random.nextLong()) + Long.toHexString(random.nextLong()),
        size);
  }

  /**
   * Zeroed memory. Of several who ask for the same name at once, one gets it.
   *
   * @param name 1 to 100 of a-z, A-Z, 0-9, '.', '_', '-'
   * @param size in bytes
   * @throws IllegalArgumentException when the name is none, or the size is below 1
   * @throws NameTakenException when a process that lives has memory of this name
   * @throws UncheckedIOException when the system gives no shared memory
   */
  public static SharedMemory create(String name, long size) {
    try {
      return new SharedMemory(SharedRegion.create(Kind.MEMORY.code(), size, name));
    } catch (FileAlreadyExistsException e) {
      throw new NameTakenException(
          "shared memory \"%s\" is in use; attach to it, close it everywhere, or take another name"
              .formatted(name),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("no shared memory", e);
    }
  }

  /**
   * Memory that a process of this user has made.
   *
   * @throws IllegalArgumentException when the name cannot be one
   * @throws NoSuchElementException when no process that lives has memory of this name
   * @throws UncheckedIOException when it cannot be used here; the message says why
   */
  public static SharedMemory attach(String name) {
    try {
      var file = SharedRegion.find(name);
      var handle = new Handle(Kind.MEMORY, file.toString(), Files.size(file));
      return (SharedMemory) Attached.get(handle);
    } catch (NoSuchFileException e) {
      throw new NoSuchElementException(
          "no shared memory \"%s\"; it was not made yet, or was closed by all who had it"
              .formatted(name),
          e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot attach to shared memory \"%s\"".formatted(name), e);
    }
  }

  /** Its name, for {@link #attach}. */
  public String name() {
    return name;
  }

  /** How many bytes there are. */
  public long size() {
    return memory().byteSize();
  }

  /**
   * The bytes; they begin at a multiple of 128. They can be used until this object is closed, or
   * collected: keep a reference to it. Later, an access throws {@code IllegalStateException}.
   */
  @Override
  public MemorySegment memory() {
    return super.memory();
  }

  /**
   * Takes the name away, which is free then: nobody else can attach or receive it, and those who
   * have it keep it. Doing it again does nothing.
   *
   * @throws UncheckedIOException when the system does not allow it
   */
  public void unlink() {
    try {
      region().unlink();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unlink " + this, e);
    }
  }

  /**
   * Ends the use of it in this process. Others go on with it, and can still attach, until the last
   * one closes it. Closing again does nothing.
   */
  @Override
  public void close() {
    super.close();
  }

  @Override
  public String toString() {
    return "shared memory \"" + name + "\"" + (isClosed() ? ", closed" : "");
  }
}
