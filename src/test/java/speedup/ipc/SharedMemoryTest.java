package speedup.ipc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.shm.SharedRegion;
import speedup.shm.Words;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class SharedMemoryTest {
  private static final long SIZE = 1_000;
  private static Child child;

  /** In the other process. */
  private static final List<SharedMemory> KEPT = new ArrayList<>();

  private String name;

  @BeforeAll
  static void start() {
    child = new Child();
  }

  @AfterAll
  static void end() {
    child.close();
  }

  /** One that no other test uses, at the same time on this machine neither. */
  @BeforeEach
  void choose(TestInfo test) {
    var method = test.getTestMethod().orElseThrow().getName();
    name = "test." + method + "-" + ProcessHandle.current().pid();
  }

  @Test
  void isFoundByItsNameAndTheSameEverywhere() throws Exception {
    var there = name;
    try (var memory = SharedMemory.create(name, SIZE)) {
      assertEquals(name, memory.name());
      assertEquals(SIZE, memory.size());
      assertEquals(SIZE, memory.memory().byteSize());
      assertEquals(0, memory.memory().address() % 128);
      assertEquals(-1, memory.memory().mismatch(memory.memory().asReadOnly()));
      assertEquals(0, memory.memory().get(ValueLayout.JAVA_BYTE, SIZE - 1));
      memory.memory().set(ValueLayout.JAVA_BYTE, SIZE - 1, (byte) 5);
      assertSame(memory, SharedMemory.attach(name));
      assertEquals(
          List.of((byte) 5, SIZE),
          child.run(() -> {
            try (var mine = SharedMemory.attach(there)) {
              mine.memory().set(ValueLayout.JAVA_BYTE, 0, (byte) 6);
              return List.of(mine.memory().get(ValueLayout.JAVA_BYTE, SIZE - 1), mine.size());
            }
          }));
      assertEquals(6, memory.memory().get(ValueLayout.JAVA_BYTE, 0));
      assertEquals("shared memory \"" + name + "\"", memory.toString());
    }
    nobodyHas(name);
  }

  @Test
  void isPassedLikeAnySharedObject() throws Exception {
    try (var memory = SharedMemory.create(8)) {
      assertEquals(
          true,
          child.run(() -> {
            Words.setLong(memory.memory(), 0, 77);
            return memory == SharedMemory.attach(memory.name());
          }));
      assertEquals(77, Words.getLong(memory.memory(), 0));
      assertSame(memory, child.run(() -> memory));
    }
  }

  @Test
  void getsANameIfItIsGivenNone() {
    try (var one = SharedMemory.create(1);
        var other = SharedMemory.create(1)) {
      assertNotEquals(one.name(), other.name());
      assertSame(one, SharedMemory.attach(one.name()));
    }
  }

  @Test
  void aNameIsTakenWhileAnybodyUsesIt() throws Exception {
    var there = name;
    try (var memory = SharedMemory.create(name, SIZE)) {
      var error = assertThrows(NameTakenException.class, () -> SharedMemory.create(name, SIZE));
      assertTrue(error.getMessage().contains("\"" + name + "\" is in use"), error.getMessage());
      assertEquals(
          true,
          child.run(() -> {
            assertThrows(NameTakenException.class, () -> SharedMemory.create(there, 1));
            return true;
          }));
      assertFalse(memory.isClosed());
    }
    SharedMemory.create(name, 2 * SIZE).close();
  }

  private static void nobodyHas(String name) {
    var error = assertThrows(NoSuchElementException.class, () -> SharedMemory.attach(name));
    assertTrue(error.getMessage().contains("\"" + name + "\""), error.getMessage());
  }

  @Test
  void attachingToNothingIsAnError() {
    nobodyHas(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a/b", "../a", "/", "\\", "a\0", "ä", "a:b", "*"})
  void refusesWhatIsNoName(String bad) {
    assertThrows(IllegalArgumentException.class, () -> SharedMemory.create(bad, SIZE));
    assertThrows(IllegalArgumentException.class, () -> SharedMemory.attach(bad));
  }

  @Test
  void namesMayBeAsLongAsSaid() {
    var long100 = "x".repeat(100 - name.length()) + name;
    SharedMemory.create(long100, SIZE).close();
    assertThrows(IllegalArgumentException.class, () -> SharedMemory.create(long100 + "x", SIZE));
    try (var dots = SharedMemory.create("..", SIZE)) {
      assertSame(dots, SharedMemory.attach(".."));
    }
    assertThrows(IllegalArgumentException.class, () -> SharedMemory.create(name, 0));
    assertThrows(IllegalArgumentException.class, () -> SharedMemory.create(name, -1));
    nobodyHas(name);
  }

  @Test
  void staysUntilTheLastOneClosesIt() throws Exception {
    var there = name;
    var memory = SharedMemory.create(name, SIZE);
    Words.setLong(memory.memory(), 0, 9);
    child.run(() -> {
      KEPT.add(SharedMemory.attach(there));
      return 0;
    });
    memory.close();
    assertThrows(NameTakenException.class, () -> SharedMemory.create(name, SIZE));
    try (var again = SharedMemory.attach(name)) {
      assertEquals(9, Words.getLong(again.memory(), 0));
    }
    child.run(() -> {
      KEPT.removeLast().close();
      return 0;
    });
    nobodyHas(name);
    assertFalse(Files.exists(memory.region().path()));
  }

  @Test
  void aNameThatIsTakenAwayIsFree() throws Exception {
    var old = SharedMemory.create(name, SIZE);
    old.unlink();
    old.unlink();
    nobodyHas(name);
    assertFalse(Files.exists(old.region().path()));
    try (var next = SharedMemory.create(name, 2 * SIZE)) {
      Words.setLong(old.memory(), 0, 1);
      assertEquals(0, Words.getLong(next.memory(), 0));
      old.unlink();
      old.close();
      assertSame(next, SharedMemory.attach(name), "the old one leaves the new one alone");
    }
    assertThrows(IllegalStateException.class, () -> Words.getLong(old.memory(), 0));
  }

  @Test
  void oneThatIsClosedIsOfNoUseButDoesNotCrash() throws Exception {
    var memory = SharedMemory.create(name, SIZE);
    var bytes = memory.memory();
    var buffer = bytes.asByteBuffer();
    memory.close();
    memory.close();
    assertTrue(memory.isClosed());
    assertThrows(IllegalStateException.class, () -> bytes.get(ValueLayout.JAVA_BYTE, 0));
    assertThrows(IllegalStateException.class, () -> buffer.get(0));
    assertThrows(IllegalStateException.class, () -> memory.memory().get(ValueLayout.JAVA_BYTE, 0));
    assertThrows(IllegalStateException.class, memory::standIn);
    assertEquals("shared memory \"" + name + "\", closed", memory.toString());
  }

  @Test
  void isPrivateToTheUser() throws Exception {
    try (var memory = SharedMemory.create(name, SIZE)) {
      var path = memory.region().path();
      assertEquals(path, SharedRegion.find(name));
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
      assertEquals(
          "rwx------",
          PosixFilePermissions.toString(Files.getPosixFilePermissions(path.getParent())));
    }
  }
}
