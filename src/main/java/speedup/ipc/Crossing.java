package speedup.ipc;

import java.lang.foreign.MemorySegment;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import speedup.wire.ClassFilter;
import speedup.wire.NotSendableException;
import speedup.wire.OutBuffer;
import speedup.wire.ValueReader;
import speedup.wire.ValueWriter;
import speedup.wire.WireException;

/**
 * How objects cross in a queue or a pipe, and which classes may: plain values, shared objects,
 * those of the package that made the queue, and those that were named. The rule lies in the shared
 * memory, so that all sides have the same. Any thread.
 */
final class Crossing {
  /** How many bytes it needs in shared memory. */
  static final int BYTES = 1024;

  private static final String BETWEEN = "\n";
  private static final StackWalker STACK =
      StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

  private static final ThreadLocal<OutBuffer> SCRATCH =
      ThreadLocal.withInitial(() -> new OutBuffer(256));

  private final ClassFilter filter;

  private Crossing(Set<String> prefixes) {
    filter = new ClassFilter(prefixes);
  }

  /**
   * The rule for who calls a constructor or factory.
   *
   * @param makers classes that belong to the library: the first caller that is none of them counts
   * @param admitted more package prefixes, such as {@code "com.example."}
   */
  static Crossing ofCaller(Set<Class<?>> makers, List<String> admitted) {
    Predicate<Class<?>> ours = type -> type == Crossing.class || makers.contains(type);
    var caller =
        STACK
            .walk(frames ->
                frames
                    .map(StackWalker.StackFrame::getDeclaringClass)
                    .filter(ours.negate())
                    .findFirst())
            .orElse(null);
    var prefixes = new LinkedHashSet<>(admitted);
    prefixes.addAll(ClassFilter.SHARED);
    if (caller != null) {
      prefixes.add(ClassFilter.prefixOf(caller));
    }
    return new Crossing(prefixes);
  }

  /** The rule that another process has {@linkplain #write written}. */
  static Crossing read(MemorySegment memory, long offset) {
    var text = ShortText.read(memory, offset, BYTES);
    return new Crossing(Set.of(text.split(BETWEEN)));
  }

  /**
   * Writes it for others.
   *
   * @throws IllegalArgumentException when more packages are named than there is room for
   */
  void write(MemorySegment memory, long offset) {
    ShortText.writeWhole(memory, offset, String.join(BETWEEN, filter.prefixes()), BYTES - 1);
  }

  /**
   * An object as it crosses.
   *
   * @throws TransferException when it cannot; the message names the part to blame
   */
  byte[] bytes(Object value) {
    try {
      return ValueWriter.toBytes(value, SCRATCH.get(), filter);
    } catch (NotSendableException e) {
      throw new TransferException(e.getMessage(), e);
    }
  }

  /**
   * An object that has crossed.
   *
   * @throws TransferException when it cannot be rebuilt here
   */
  Object value(byte[] bytes) {
    try {
      return ValueReader.fromBytes(bytes, filter, Thread.currentThread().getContextClassLoader());
    } catch (WireException e) {
      throw new TransferException("it cannot be rebuilt here: " + e.getMessage(), e);
    }
  }
}
