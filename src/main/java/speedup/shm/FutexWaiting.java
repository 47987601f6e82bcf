package speedup.shm;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * Sleeps in the Linux kernel. The words belong to mapped files, so waiters and wakers of different
 * processes meet; the private form of the call would keep to one process.
 *
 * <p>Loading this class binds a system function and takes tens of milliseconds in a JVM without a
 * start cache: it is not loaded before a thread really has to sleep or be woken.
 */
final class FutexWaiting implements Waiting {
  private static final int WAIT = 0;
  private static final int WAKE = 1;
  private static final long NANOS_A_SECOND = 1_000_000_000;

  @SuppressWarnings("restricted") // only loaded where it is enabled
  private static final MethodHandle SYSCALL =
      Linker.nativeLinker()
          .downcallHandle(
              Linker.nativeLinker().defaultLookup().findOrThrow("syscall"),
              FunctionDescriptor.of(
                  ValueLayout.JAVA_LONG,
                  ValueLayout.JAVA_LONG, // which call
                  ValueLayout.JAVA_LONG, // address
                  ValueLayout.JAVA_LONG, // operation
                  ValueLayout.JAVA_LONG, // value
                  ValueLayout.JAVA_LONG), // time
              Linker.Option.firstVariadicArg(1));

  /** Seconds and nanoseconds, as the kernel reads them; one a thread. */
  private static final ThreadLocal<MemorySegment> TIME =
      ThreadLocal.withInitial(() -> Arena.ofAuto().allocate(2 * Long.BYTES, Long.BYTES));

  private final long call;

  FutexWaiting(long call) {
    this.call = call;
  }

  @Override
  public boolean await(MemorySegment memory, long offset, int expected, long nanos) {
    if (nanos <= 0) {
      return Words.getInt(memory, offset) == expected;
    }
    var time = TIME.get();
    time.set(ValueLayout.JAVA_LONG, 0, nanos / NANOS_A_SECOND);
    time.set(ValueLayout.JAVA_LONG, Long.BYTES, nanos % NANOS_A_SECOND);
    var from = System.nanoTime();
    call(memory, offset, WAIT, expected, time.address());
    return System.nanoTime() - from >= nanos && Words.getInt(memory, offset) == expected;
  }

  @Override
  public int wake(MemorySegment memory, long offset, int count) {
    return (int) Math.max(0, call(memory, offset, WAKE, count, 0));
  }

  /**
   * The address is given as a number, so that another thread can close the memory meanwhile: the
   * kernel answers with an error or at the end of the time, and the caller's next access fails.
   */
  private long call(MemorySegment memory, long offset, int operation, int value, long time) {
    var address = memory.address() + offset;
    try {
      return (long) SYSCALL.invokeExact(call, address, (long) operation, (long) value, time);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call of the system failed", e);
    }
  }
}
