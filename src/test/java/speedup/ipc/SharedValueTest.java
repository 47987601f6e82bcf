package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.InvalidObjectException;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import speedup.shm.Words;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SharedValueTest {
  private static Child child;

  @BeforeAll
  static void start() {
    child = new Child();
  }

  @AfterAll
  static void end() {
    child.close();
  }

  /** Every operation, here or in another process; leaves 7. */
  private static int operate(NumberType type, SharedValue value) throws Exception {
    for (var number : new Number[] {Typed.least(type), Typed.most(type), 0, 1, -1, 100}) {
      var boxed = Typed.box(type, number);
      Typed.call(value, "set", boxed);
      assertEquals(boxed, Typed.call(value, "get"));
    }
    var hundred = Typed.box(type, 100);
    var most = Typed.box(type, Typed.most(type));
    var least = Typed.box(type, Typed.least(type));
    assertEquals(hundred, Typed.call(value, "getAndSet", most));
    assertEquals(most, Typed.call(value, "getAndSet", least));
    assertEquals(false, Typed.call(value, "compareAndSet", most, hundred));
    assertEquals(least, Typed.call(value, "get"));
    assertEquals(true, Typed.call(value, "compareAndSet", least, Typed.box(type, 1)));
    assertEquals(Typed.box(type, 1), Typed.call(value, "getAndAdd", Typed.box(type, 4)));
    assertEquals(Typed.box(type, 3), Typed.call(value, "addAndGet", Typed.box(type, -2)));
    assertEquals(Typed.box(type, 7), Typed.call(value, "updateAndGet", Typed.twiceAndOne(type)));
    return 1;
  }

  @ParameterizedTest
  @EnumSource
  void hasAllOperations(NumberType type) throws Exception {
    try (var value = Typed.value(type, 5)) {
      assertEquals(Typed.box(type, 5), Typed.call(value, "get"));
      operate(type, value);
      assertEquals(Typed.box(type, 7), Typed.call(value, "get"));
      assertEquals("shared " + type + " " + Typed.call(value, "get"), value.toString());
    }
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameInAnotherProcess(NumberType type) throws Exception {
    try (var value = Typed.value(type, Typed.least(type))) {
      var least = Typed.box(type, Typed.least(type));
      assertEquals(least, child.run(() -> Typed.call(value, "get")));
      assertEquals(1, child.run(() -> operate(type, value)));
      assertEquals(Typed.box(type, 7), Typed.call(value, "get"));
      Typed.call(value, "set", Typed.box(type, Typed.most(type)));
      assertEquals(Typed.box(type, Typed.most(type)), child.run(() -> Typed.call(value, "get")));
      assertSame(value, child.run(() -> value));
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"BYTE", "CHAR", "SHORT", "INT", "LONG"})
  void wholeNumbersWrapAround(NumberType type) throws Exception {
    try (var value = Typed.value(type, Typed.most(type))) {
      var least = Typed.box(type, Typed.least(type));
      assertEquals(least, Typed.call(value, "addAndGet", Typed.box(type, 1)));
      assertEquals(least, Typed.call(value, "getAndAdd", Typed.box(type, -1)));
      assertEquals(Typed.box(type, Typed.most(type)), Typed.call(value, "get"));
    }
  }

  @Test
  void floatingPointIsComparedByItsBits() {
    try (var value = SharedValue.ofDouble(0.0);
        var small = SharedValue.ofFloat(Float.NaN)) {
      assertFalse(value.compareAndSet(-0.0, 1));
      assertTrue(value.compareAndSet(0.0, Double.NaN));
      assertTrue(value.compareAndSet(Double.NaN, Double.MIN_VALUE));
      assertEquals(Double.MIN_VALUE, value.get());
      assertTrue(small.compareAndSet(Float.NaN, Float.MIN_VALUE));
      assertEquals(Float.MIN_VALUE, small.get());
      assertEquals(1.5f, small.updateAndGet(_ -> 1.5));
      value.set(Double.MAX_VALUE);
      assertEquals(Double.POSITIVE_INFINITY, value.addAndGet(Double.MAX_VALUE));
    }
  }

  @Test
  void aSmallOneKeepsTheLowerBitsOfAnUpdate() {
    try (var value = SharedValue.ofByte((byte) 1)) {
      assertEquals((byte) 0x81, value.updateAndGet(old -> old + 0x180));
    }
  }

  @Test
  void hasALockThatItsHolderCanTakeAgain() throws Exception {
    try (var value = SharedValue.ofInt(0)) {
      assertTrue(value.hasLock());
      try (var _ = value.hold();
          var _ = value.hold()) {
        assertTrue(value.isHeld());
        assertTrue(value.tryAcquire());
        value.release();
        assertEquals(false, child.run(() -> value.tryAcquire(Duration.ofMillis(5))));
        assertEquals(
            1, child.run(() -> value.addAndGet(1)), "the lock is for those who ask for it");
      }
      assertFalse(value.isHeld());
      assertFalse(value.wasAbandoned());
      assertThrows(IllegalMonitorStateException.class, value::release);
      assertEquals(
          true,
          child.run(() -> {
            value.acquire();
            value.release();
            return value.tryAcquire();
          }));
      assertFalse(value.tryAcquire(Duration.ZERO));
    }
  }

  @Test
  void itsLockCanBeThatOfACondition() throws Exception {
    try (var value = SharedValue.ofInt(0);
        var changed = new ProcessCondition(value)) {
      var other =
          child.start(() -> {
            try (var _ = changed.lock().hold()) {
              return changed.awaitFor(() -> value.get() == 3, Child.LIMIT);
            }
          });
      for (var i = 0; i < 3; i++) {
        try (var _ = value.hold()) {
          value.set(value.get() + 1);
          changed.signalAll();
        }
      }
      assertEquals(true, other.get(Child.LIMIT));
    }
  }

  @Test
  void canBeWithoutALockEverywhere() throws Exception {
    try (var value = SharedValue.ofLong(3).withoutLock()) {
      refusesToLock(value);
      assertEquals(
          4L,
          child.run(() -> {
            refusesToLock(value);
            return value.addAndGet(1);
          }));
    }
    try (var value = SharedValue.ofLong(3);
        var _ = value.hold()) {
      assertThrows(IllegalStateException.class, value::withoutLock);
    }
  }

  private static void refusesToLock(SharedLong value) {
    assertFalse(value.hasLock());
    assertThrows(UnsupportedOperationException.class, value::hold);
    assertThrows(UnsupportedOperationException.class, value::acquire);
    assertThrows(UnsupportedOperationException.class, value::tryAcquire);
    assertThrows(UnsupportedOperationException.class, () -> value.tryAcquire(Duration.ZERO));
    assertThrows(UnsupportedOperationException.class, value::release);
    assertFalse(value.wasAbandoned());
  }

  @Test
  void oneThatIsClosedIsOfNoUse() throws Exception {
    var value = SharedValue.ofShort((short) 1);
    value.close();
    value.close();
    assertTrue(value.isClosed());
    assertThrows(IllegalStateException.class, value::get);
    assertThrows(IllegalStateException.class, () -> value.set((short) 2));
    assertThrows(IllegalStateException.class, () -> value.getAndAdd((short) 2));
    assertThrows(IllegalStateException.class, value::hold);
    assertThrows(IllegalStateException.class, value::wasAbandoned);
    assertEquals("shared short, closed", value.toString());
  }

  @Test
  void isAttachedToAsWhatItIsOnly() throws Exception {
    try (var value = SharedValue.ofInt(1);
        var strange = SharedValue.ofInt(1)) {
      Words.setInt(strange.memory(), NumberLayout.TYPE, 99);
      var size = value.region().size();
      var asArray = new Handle(Kind.ARRAY, value.region().path().toString(), size);
      var ofNoType = new Handle(Kind.VALUE, strange.region().path().toString(), size);
      assertThrows(InvalidObjectException.class, asArray::original);
      var kind = asArray.kind();
      var path = asArray.path();
      var other = ofNoType.path();
      assertEquals(
          "InvalidObjectException",
          child.run(() -> failure(() -> new Handle(kind, path, size).original())));
      assertEquals(
          "InvalidObjectException",
          child.run(() -> failure(() -> new Handle(Kind.VALUE, other, size).original())));
    }
  }

  private static String failure(Executable what) {
    return assertThrows(Throwable.class, what).getClass().getSimpleName();
  }

  @Test
  void isPrivateToTheUser() throws Exception {
    try (var value = SharedValue.ofInt(1)) {
      assertEquals(
          "rw-------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(value.region().path())));
    }
  }
}
