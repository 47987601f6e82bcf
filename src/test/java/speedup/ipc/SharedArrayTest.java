package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.lang.reflect.Array;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SharedArrayTest {
  private static final int LENGTH = 7;
  private static Child child;

  @BeforeAll
  static void start() {
    child = new Child();
  }

  @AfterAll
  static void end() {
    child.close();
  }

  private static void is(SharedArray array, int index, Object expected) throws Exception {
    assertEquals(expected, Typed.call(array, "get", index), array + " at " + index);
  }

  /** Every operation on every element; none may touch its neighbours. */
  private static int operate(NumberType type, SharedArray array) throws Exception {
    var least = Typed.box(type, Typed.least(type));
    var most = Typed.box(type, Typed.most(type));
    var one = Typed.box(type, 1);
    for (var i = 0; i < LENGTH; i++) {
      Typed.call(array, "fill", most);
      Typed.call(array, "set", i, least);
      is(array, i, least);
      assertEquals(least, Typed.call(array, "getAndSet", i, one));
      assertEquals(false, Typed.call(array, "compareAndSet", i, least, most));
      assertEquals(true, Typed.call(array, "compareAndSet", i, one, Typed.box(type, 2)));
      assertEquals(Typed.box(type, 2), Typed.call(array, "getAndAdd", i, Typed.box(type, 4)));
      assertEquals(Typed.box(type, 3), Typed.call(array, "addAndGet", i, Typed.box(type, -3)));
      var twice = Typed.twiceAndOne(type);
      assertEquals(Typed.box(type, 7), Typed.call(array, "updateAndGet", i, twice));
      for (var other = 0; other < LENGTH; other++) {
        is(array, other, other == i ? Typed.box(type, 7) : most);
      }
    }
    return array.length();
  }

  @ParameterizedTest
  @EnumSource
  void hasAllOperations(NumberType type) throws Exception {
    try (var array = Typed.array(type, LENGTH)) {
      for (var i = 0; i < LENGTH; i++) {
        is(array, i, Typed.box(type, 0));
      }
      operate(type, array);
      assertEquals("shared %s[7]".formatted(type), array.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameInAnotherProcess(NumberType type) throws Exception {
    try (var array = Typed.array(type, LENGTH)) {
      assertEquals(LENGTH, child.run(() -> operate(type, array)));
      is(array, LENGTH - 1, Typed.box(type, 7));
      is(array, 0, Typed.box(type, Typed.most(type)));
      Typed.call(array, "fill", Typed.box(type, Typed.least(type)));
      var there = child.run(() -> Typed.call(array, "get", 3));
      assertEquals(Typed.box(type, Typed.least(type)), there);
      assertSame(array, child.run(() -> array));
    }
  }

  @ParameterizedTest
  @EnumSource
  void isCopied(NumberType type) throws Exception {
    try (var array = Typed.array(type, LENGTH)) {
      var all = Typed.call(array, "toArray");
      assertEquals(LENGTH, Array.getLength(all));
      for (var i = 0; i < LENGTH; i++) {
        Array.set(all, i, Typed.box(type, i + 1));
      }
      Typed.call(array, "copyFrom", all);
      for (var i = 0; i < LENGTH; i++) {
        is(array, i, Typed.box(type, i + 1));
      }
      Typed.call(array, "copyFrom", 2, all, 0, 5);
      var back = Array.newInstance(all.getClass().componentType(), LENGTH + 1);
      Typed.call(array, "copyTo", back);
      Typed.call(array, "copyTo", 2, back, 6, 2);
      var expected = new int[] {1, 2, 1, 2, 3, 4, 1, 2};
      for (var i = 0; i < expected.length; i++) {
        assertEquals(Typed.box(type, expected[i]), Array.get(back, i));
      }
      var made = SharedArray.class.getMethod("of", all.getClass()).invoke(null, all);
      try (var copy = (SharedArray) made) {
        assertEquals(LENGTH, copy.length());
        is(copy, 6, Typed.box(type, 7));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void hasBounds(NumberType type) throws Exception {
    try (var array = Typed.array(type, LENGTH)) {
      var value = Typed.box(type, 1);
      for (var index : new int[] {-1, LENGTH, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
        outOfBounds(array, "get", index);
        outOfBounds(array, "set", index, value);
        outOfBounds(array, "getAndSet", index, value);
        outOfBounds(array, "compareAndSet", index, value, value);
        outOfBounds(array, "getAndAdd", index, value);
        outOfBounds(array, "addAndGet", index, value);
        outOfBounds(array, "updateAndGet", index, Typed.twiceAndOne(type));
      }
      var all = Typed.call(array, "toArray");
      for (var copy : new String[] {"copyTo", "copyFrom"}) {
        outOfBounds(array, copy, 1, all, 0, LENGTH);
        outOfBounds(array, copy, 0, all, 1, LENGTH);
        outOfBounds(array, copy, -1, all, 0, 1);
        outOfBounds(array, copy, 0, all, 0, -1);
        Typed.call(array, copy, LENGTH, all, LENGTH, 0);
      }
      var longer = Array.newInstance(all.getClass().componentType(), LENGTH + 1);
      outOfBounds(array, "copyFrom", longer);
      var shorter = Array.newInstance(all.getClass().componentType(), LENGTH - 1);
      outOfBounds(array, "copyTo", shorter);
    }
  }

  private static void outOfBounds(SharedArray array, String operation, Object... arguments) {
    assertThrows(
        IndexOutOfBoundsException.class,
        () -> Typed.call(array, operation, arguments),
        array + " " + operation);
  }

  @Test
  void mayBeEmptyButNotLessThanThat() {
    try (var none = SharedArray.ofChar(0)) {
      assertEquals(0, none.length());
      assertEquals(0, none.toArray().length);
      assertEquals(0, none.asSegment().byteSize());
      assertThrows(IndexOutOfBoundsException.class, () -> none.get(0));
    }
    assertThrows(IllegalArgumentException.class, () -> SharedArray.ofChar(-1));
  }

  @Test
  void isSeenAsMemoryUntilItIsClosed() throws Exception {
    var array = SharedArray.of(new double[] {1, 2, 3});
    var memory = array.asSegment();
    assertEquals(24, memory.byteSize());
    assertEquals(3, memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 2));
    memory.setAtIndex(ValueLayout.JAVA_DOUBLE, 1, 5);
    assertEquals(5.0, child.run(() -> array.get(1)));
    assertThrows(
        IndexOutOfBoundsException.class, () -> memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 3));
    array.close();
    assertThrows(IllegalStateException.class, () -> memory.getAtIndex(ValueLayout.JAVA_DOUBLE, 2));
    assertThrows(IllegalStateException.class, () -> memory.asByteBuffer().get(0));
    assertThrows(IllegalStateException.class, () -> memory.fill((byte) 1));
  }

  @Test
  void oneThatIsClosedIsOfNoUse() throws Exception {
    var array = SharedArray.of(new byte[] {1, 2, 3});
    array.close();
    assertThrows(IllegalStateException.class, () -> array.get(0));
    assertThrows(IllegalStateException.class, () -> array.set(0, (byte) 1));
    assertThrows(IllegalStateException.class, () -> array.addAndGet(0, (byte) 1));
    assertThrows(IllegalStateException.class, () -> array.fill((byte) 1));
    assertThrows(IllegalStateException.class, array::toArray);
    assertThrows(IllegalStateException.class, () -> array.copyTo(new byte[3]));
    assertThrows(IllegalStateException.class, () -> array.copyFrom(new byte[3]));
    assertThrows(IllegalStateException.class, array::hold);
    assertEquals("shared byte[3], closed", array.toString());
  }

  @Test
  void canBeWithoutALockEverywhere() throws Exception {
    try (var array = SharedArray.ofFloat(2).withoutLock()) {
      assertThrows(UnsupportedOperationException.class, array::hold);
      assertEquals(
          2.5f,
          child.run(() -> {
            assertThrows(
                UnsupportedOperationException.class, () -> array.tryAcquire(Duration.ZERO));
            return array.addAndGet(1, 2.5f);
          }));
      assertEquals(2.5f, array.get(1));
    }
  }

  @Test
  void holdsMillions() throws Exception {
    var length = 3_000_001;
    try (var array = SharedArray.ofShort(length)) {
      child.run(() -> {
        array.set(length - 1, (short) 3);
        array.addAndGet(length - 1, (short) 4);
        return 0;
      });
      var all = new short[length];
      all[length - 1] = 7;
      assertArrayEquals(all, array.toArray());
      assertTrue(array.hasLock());
    }
  }
}
