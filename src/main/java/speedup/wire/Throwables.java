package speedup.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Carries what a task has thrown to the other process, as far as that can be done: the text of it
 * goes a way of its own, so here everything may fail and nothing is thrown. Any thread.
 */
public final class Throwables {
  /** Most bytes of a throwable; one that holds more is not carried. */
  public static final int MOST_BYTES = 256 * 1024;

  private Throwables() {}

  /**
   * The bytes of a throwable with its causes, suppressed ones and stack traces.
   *
   * @return no bytes when it cannot be serialised or takes over {@link #MOST_BYTES}
   */
  public static byte[] toBytes(Throwable thrown) {
    var bytes = new ByteArrayOutputStream();
    try (var stream = new ObjectOutputStream(new Bounded(bytes))) {
      stream.writeObject(thrown);
    } catch (Exception | Error e) {
      return new byte[0]; // whatever its own code does: the text still goes
    }
    return bytes.toByteArray();
  }

  /**
   * Rebuilds a throwable. Admits what the filter admits, throwables of the JDK, and stack traces.
   *
   * @return nothing when there are no bytes, a class is not admitted or not here, or its own code
   *     fails in any way
   */
  public static Optional<Throwable> fromBytes(
      byte[] bytes, ClassFilter filter, ClassLoader loader) {
    if (bytes.length == 0 || bytes.length > MOST_BYTES) {
      return Optional.empty();
    }
    try (var stream = new JdkReader(bytes, type -> isAdmitted(type, filter), loader)) {
      return stream.readObject() instanceof Throwable thrown
          ? Optional.of(thrown)
          : Optional.empty();
    } catch (Exception | Error e) {
      return Optional.empty(); // damage, or whatever its own code does: the text is there
    }
  }

  private static boolean isAdmitted(Class<?> type, ClassFilter filter) {
    return filter.admits(type.getName())
        || type == StackTraceElement.class
        || Throwable.class.isAssignableFrom(type) && ClassFilter.isOfJdk(type);
  }

  /** Ends an object that is too large before it has taken much memory. */
  private static final class Bounded extends OutputStream {
    private final ByteArrayOutputStream bytes;

    Bounded(ByteArrayOutputStream bytes) {
      this.bytes = bytes;
    }

    @Override
    public void write(int value) throws IOException {
      check(1);
      bytes.write(value);
    }

    @Override
    public void write(byte[] block, int from, int length) throws IOException {
      check(length);
      bytes.write(block, from, length);
    }

    private void check(int length) throws IOException {
      if (bytes.size() + length > MOST_BYTES) {
        throw new IOException("a throwable of over " + MOST_BYTES + " bytes");
      }
    }
  }
}
