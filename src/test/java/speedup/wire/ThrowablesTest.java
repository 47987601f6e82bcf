package speedup.wire;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLClassLoader;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThrowablesTest {
  private static final ClassFilter NOTHING_OF_OURS = new ClassFilter(Set.of());

  static final class Own extends Exception {
    final transient Object unsaid = new Object();
    final Object detail;

    Own(String message, Object detail) {
      super(message);
      this.detail = detail;
    }
  }

  /** Fails while it is rebuilt, in a way of choice. */
  static final class Hostile extends RuntimeException {
    final String way;

    Hostile(String way) {
      this.way = way;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
      in.defaultReadObject();
      switch (way) {
        case "overflow" -> readObject(in, 0);
        case "memory" -> throw new OutOfMemoryError("made up");
        case "linkage" -> throw new NoClassDefFoundError("made up");
        case "assertion" -> throw new AssertionError("made up");
        default -> throw new IllegalStateException("made up");
      }
    }

    private int readObject(ObjectInputStream in, int depth) {
      return 1 + readObject(in, depth + 1);
    }
  }

  static final class HostileToWrite extends RuntimeException {
    private void writeObject(ObjectOutputStream out) {
      throw new AssertionError("not today");
    }
  }

  private static Optional<Throwable> copy(Throwable thrown, ClassFilter filter) {
    return Throwables.fromBytes(
        Throwables.toBytes(thrown), filter, ThrowablesTest.class.getClassLoader());
  }

  static Stream<Throwable> ofTheJdk() {
    var suppressing = new IOException("outer", new SQLException("inner", "42", 7));
    suppressing.addSuppressed(new IllegalStateException("also"));
    return Stream.of(
        suppressing,
        new UncheckedIOException(new IOException("x")),
        new StackOverflowError(),
        new ArrayIndexOutOfBoundsException(3),
        new java.util.concurrent.ExecutionException(new NullPointerException()));
  }

  @ParameterizedTest
  @MethodSource("ofTheJdk")
  void throwablesOfTheJdkArriveThoughNothingWasAdmitted(Throwable thrown) {
    var arrived = copy(thrown, NOTHING_OF_OURS).orElseThrow();
    assertSame(thrown.getClass(), arrived.getClass());
    assertEquals(thrown.getMessage(), arrived.getMessage());
    assertArrayEquals(thrown.getStackTrace(), arrived.getStackTrace());
    assertEquals(thrown.getSuppressed().length, arrived.getSuppressed().length);
    assertEquals(String.valueOf(thrown.getCause()), String.valueOf(arrived.getCause()));
  }

  @Test
  void ownThrowablesArriveWithTheirFieldsWhenAdmitted() {
    var own = new Own("message", new ArrayList<>(List.of(1, "two")));
    var arrived = (Own) copy(own, Values.FILTER).orElseThrow();
    assertEquals("message", arrived.getMessage());
    assertEquals(own.detail, arrived.detail);
    assertTrue(copy(own, NOTHING_OF_OURS).isEmpty());
    assertTrue(copy(new IOException("around", own), NOTHING_OF_OURS).isEmpty());
  }

  @Test
  void whatAThrowableHoldsIsAdmittedNoFurther() {
    assertTrue(copy(new Own("x", URI.create("x:y")), Values.FILTER).isEmpty());
    assertTrue(copy(new Own("x", java.util.Locale.ROOT), Values.FILTER).isEmpty());
  }

  @Test
  void noBytesForWhatCannotBeSerialised() {
    assertEquals(0, Throwables.toBytes(new Own("x", Thread.currentThread())).length);
    assertEquals(0, Throwables.toBytes(new HostileToWrite()).length);
    Throwable chain = new IOException("first");
    for (var i = 0; i < 100_000; i++) {
      chain = new IOException("next", chain);
    }
    assertEquals(0, Throwables.toBytes(chain).length);
  }

  @Test
  void noBytesForWhatIsTooLarge() {
    assertTrue(Throwables.toBytes(new IOException("x".repeat(200_000))).length > 200_000);
    assertEquals(0, Throwables.toBytes(new IOException("x".repeat(300_000))).length);
    assertEquals(0, Throwables.toBytes(new Own("x", new byte[Throwables.MOST_BYTES])).length);
  }

  @Test
  void nothingComesOutOfOneThatFailsWhileItIsRebuilt() {
    for (var way : List.of("overflow", "memory", "linkage", "assertion", "other")) {
      var bytes = Throwables.toBytes(new Hostile(way));
      assertTrue(bytes.length > 0);
      assertTrue(
          Throwables.fromBytes(bytes, Values.FILTER, ThrowablesTest.class.getClassLoader())
              .isEmpty());
    }
  }

  @Test
  void nothingComesOutOfAClassThatIsNotHere() throws Exception {
    var bytes = Throwables.toBytes(new Own("x", null));
    try (var empty = new URLClassLoader(new java.net.URL[0], null)) {
      assertTrue(Throwables.fromBytes(bytes, Values.FILTER, empty).isEmpty());
    }
  }

  @Test
  void nothingComesOutOfBytesThatAreNoThrowable() throws Exception {
    var loader = ThrowablesTest.class.getClassLoader();
    assertTrue(Throwables.fromBytes(new byte[0], Values.FILTER, loader).isEmpty());
    assertTrue(Throwables.fromBytes(new byte[] {1, 2}, Values.FILTER, loader).isEmpty());
    assertTrue(
        Throwables.fromBytes(new byte[Throwables.MOST_BYTES + 1], Values.FILTER, loader).isEmpty());
    var list = new ByteArrayOutputStream();
    try (var stream = new ObjectOutputStream(list)) {
      stream.writeObject(new ArrayList<>(List.of(1)));
    }
    assertTrue(Throwables.fromBytes(list.toByteArray(), Values.FILTER, loader).isEmpty());
  }

  @Test
  void damageGivesAThrowableOrNothing() {
    var random = new Random(20_261_121);
    var whole = Throwables.toBytes(new Own("message", new ArrayList<>(List.of(1, "two"))));
    var nothing = 0;
    for (var round = 0; round < 5_000; round++) {
      var bytes = whole.clone();
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      nothing +=
          Throwables.fromBytes(bytes, Values.FILTER, ThrowablesTest.class.getClassLoader())
                  .isEmpty()
              ? 1
              : 0;
    }
    assertTrue(nothing > 500, nothing + " of 5,000 gave nothing");
  }
}
