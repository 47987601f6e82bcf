package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import speedup.pool.ProcessPool;

/** Several processes that change the same numbers, or neighbours, at once. */
@Timeout(300)
@DisabledOnOs(OS.WINDOWS)
class NumberRaceTest {
  private static final int ROUNDS = 10_000;
  private static final List<Integer> BOTH = List.of(0, 1);
  private static ProcessPool pool;
  private static ProcessBarrier together;

  @BeforeAll
  static void start() {
    pool = ProcessPool.open(2);
    together = new ProcessBarrier(2);
  }

  @AfterAll
  static void end() {
    pool.close();
    together.close();
  }

  /** What each of two processes does. */
  @FunctionalInterface
  interface Part extends Serializable {
    /** Runs there. */
    void run(int which) throws Exception;
  }

  private static void inBoth(Part part) throws Exception {
    var meeting = together;
    pool.map(
        which -> {
          meeting.await(Child.LIMIT);
          part.run(which);
          return which;
        },
        BOTH,
        1);
  }

  @Test
  void noIncrementUnderTheLockIsLost() throws Exception {
    for (var locked : List.of(SharedValue.ofLong(0), SharedArray.ofByte(3))) {
      try (locked;
          var sum = SharedArray.ofLong(2)) {
        inBoth(_ -> {
          for (var i = 0; i < ROUNDS; i++) {
            try (var _ = locked.hold();
                var _ = locked.hold()) {
              sum.set(0, sum.get(0) + 1);
              sum.set(1, sum.get(1) + 1);
            }
          }
        });
        assertEquals(2 * ROUNDS, sum.get(0));
        assertEquals(2 * ROUNDS, sum.get(1));
        assertFalse(locked.isHeld());
      }
    }
  }

  /** Three ways to add one, in turns. */
  private static void add(SharedArray array, int index, int round) throws Exception {
    switch (array) {
      case SharedByteArray a -> {
        switch (round % 3) {
          case 0 -> a.getAndAdd(index, (byte) 1);
          case 1 -> a.updateAndGet(index, old -> old + 1);
          default -> {
            byte old;
            do {
              old = a.get(index);
            } while (!a.compareAndSet(index, old, (byte) (old + 1)));
          }
        }
      }
      case SharedCharArray a -> a.addAndGet(index, (char) 1);
      case SharedShortArray a -> a.updateAndGet(index, old -> old + 1);
      case SharedIntArray a -> a.getAndAdd(index, 1);
      case SharedLongArray a -> a.getAndAdd(index, 1);
      case SharedFloatArray a -> a.getAndAdd(index, 1);
      case SharedDoubleArray a -> a.updateAndGet(index, old -> old + 1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void noAtomicIncrementIsLost(NumberType type) throws Exception {
    try (var array = Typed.array(type, 4)) {
      inBoth(_ -> {
        for (var i = 0; i < ROUNDS; i++) {
          add(array, 1, i);
          add(array, 2, i);
        }
      });
      var expected = new Object[] {0, 2 * ROUNDS, 2 * ROUNDS, 0};
      for (var i = 0; i < expected.length; i++) {
        var number = Typed.box(type, (Integer) expected[i]);
        assertEquals(number, Typed.call(array, "get", i), type + " at " + i);
      }
    }
  }

  @Test
  void neighboursDoNotDisturbEachOther() throws Exception {
    try (var bytes = SharedArray.ofByte(9);
        var shorts = SharedArray.ofShort(5)) {
      inBoth(which -> {
        for (var round = 0; round < ROUNDS; round++) {
          for (var i = which; i < bytes.length(); i += 2) {
            turn(bytes, i, (byte) (round + i));
          }
          for (var i = which; i < shorts.length(); i += 2) {
            turn(shorts, i, (short) (round * 7 + i));
          }
        }
      });
      var last = ROUNDS - 1;
      for (var i = 0; i < bytes.length(); i++) {
        assertEquals((byte) (last + i + 3), bytes.get(i));
      }
    }
  }

  /** Sets and changes an element that nobody else does; leaves the value and 3 more. */
  private static void turn(SharedByteArray array, int index, byte value) {
    array.set(index, value);
    must(array.get(index) == value, array, index);
    must(array.getAndAdd(index, (byte) 1) == value, array, index);
    must(array.getAndSet(index, (byte) (value + 2)) == (byte) (value + 1), array, index);
    var swapped = array.compareAndSet(index, (byte) (value + 2), (byte) (value + 3));
    must(swapped, array, index);
    must(array.get(index) == (byte) (value + 3), array, index);
  }

  private static void turn(SharedShortArray array, int index, short value) {
    array.set(index, value);
    must(array.addAndGet(index, (short) -1) == (short) (value - 1), array, index);
    must(array.getAndSet(index, value) == (short) (value - 1), array, index);
    must(array.compareAndSet(index, value, (short) 0), array, index);
    must(array.get(index) == 0, array, index);
  }

  private static void must(boolean right, SharedArray array, int index) {
    assertTrue(right, () -> array + " was disturbed at " + index);
  }

  static Stream<String> ways() {
    return Stream.of("kernel", "park");
  }

  @ParameterizedTest
  @MethodSource("ways")
  void theLockWorksHoweverItsWaitersSleep(String way) throws Exception {
    try (var value = SharedValue.ofInt(0);
        var child = new Child("-Dspeedup.waiting=" + way)) {
      value.acquire();
      var other =
          child.start(() -> {
            for (var i = 0; i < ROUNDS; i++) {
              try (var _ = value.hold()) {
                value.set(value.get() + 1);
              }
            }
            return value.get();
          });
      assertFalse(other.await(Duration.ofMillis(300)), "it has no lock");
      value.release();
      for (var i = 0; i < ROUNDS; i++) {
        try (var _ = value.hold()) {
          value.set(value.get() + 1);
        }
      }
      other.get(Child.LIMIT);
      assertEquals(2 * ROUNDS, value.get());
    }
  }

  /** Holds one, meets the other process, wants the next; says what came of it. */
  private static String holdBoth(SharedNumbers one, SharedNumbers next, ProcessBarrier meeting)
      throws Exception {
    try (var _ = one.hold()) {
      meeting.await(Child.LIMIT);
      try (var _ = next.hold()) {
        return "got both";
      } catch (DeadlockException e) {
        return e.getMessage();
      }
    }
  }

  @Test
  void aDeadlockOfTheirLocksIsFound() throws Exception {
    try (var one = SharedValue.ofInt(0);
        var many = SharedArray.ofInt(5);
        var meeting = new ProcessBarrier(2);
        var child = new Child()) {
      var there = child.start(() -> holdBoth(one, many, meeting));
      var here = holdBoth(many, one, meeting);
      var both = here + there.get(Child.LIMIT);
      assertTrue(both.contains("got both"), both);
      assertTrue(both.contains("waits for lock \"shared int\""), both);
      assertTrue(both.contains("waits for lock \"shared int[5]\""), both);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aKilledHolderHangsNobodyAndTheNextOneIsTold() throws Exception {
    try (var array = SharedArray.ofLong(2);
        var running = new ProcessEvent();
        var child = new Child()) {
      for (var i = 0; i < Child.kills(); i++) {
        child.killDuring(
            running,
            () -> {
              while (true) {
                try (var _ = array.hold()) {
                  array.set(0, array.get(0) + 1);
                  running.set();
                  array.set(1, array.get(1) + 1);
                }
              }
            });
        assertTrue(array.tryAcquire(Child.LIMIT), "round " + i);
        if (!array.wasAbandoned()) {
          assertEquals(array.get(0), array.get(1), "round " + i);
        }
        array.set(1, array.get(0));
        array.release();
        assertTrue(array.tryAcquire());
        assertFalse(array.wasAbandoned());
        array.release();
      }
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aHolderThatIsKilledForCertainLeavesTheMark() throws Exception {
    try (var value = SharedValue.ofByte((byte) 0);
        var running = new ProcessEvent();
        var child = new Child()) {
      child.killDuring(
          running,
          () -> {
            value.acquire();
            value.acquire();
            running.set();
            new ProcessEvent().await();
            return 0;
          });
      assertFalse(value.tryAcquire(), "to try does not look for the dead");
      try (var _ = value.hold()) {
        assertTrue(value.wasAbandoned());
      }
      assertFalse(value.isHeld());
      assertFalse(value.wasAbandoned());
    }
  }
}
