package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.PoolException;

/** What is thrown in the manager's process, and what cannot cross. */
@DisabledOnOs(OS.WINDOWS)
class RemoteFaultsTest extends WithManager {
  /** Cannot be serialised. */
  static final class Stuck extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Object fine = new Object();
    private final Object here;

    Stuck(String message, Object here) {
      super(message);
      this.here = here;
    }

    @Override
    public String toString() {
      return super.toString() + fine + here;
    }
  }

  static final class Own extends RuntimeException {
    private static final long serialVersionUID = 1L;

    final int code;

    Own(int code) {
      super("own " + code);
      this.code = code;
    }
  }

  @Test
  void whatIsThrownThereIsThrownHere() throws Exception {
    ManagedList<Integer> list = manager.list(List.of(1, 2));
    var thrown = assertThrows(IndexOutOfBoundsException.class, () -> list.get(9));
    assertEquals("Index 9 out of bounds for length 2", thrown.getMessage());
    var classes =
        Arrays.stream(thrown.getStackTrace()).map(StackTraceElement::getClassName).toList();
    assertTrue(classes.indexOf(ListTarget.class.getName()) >= 0, classes.toString());
    assertTrue(
        classes.lastIndexOf(RemoteFaultsTest.class.getName())
            > classes.indexOf(ListTarget.class.getName()));
    assertEquals(
        "java.lang.IndexOutOfBoundsException",
        there(
            all ->
                assertThrows(IndexOutOfBoundsException.class, () -> all.get(9))
                    .getClass()
                    .getName(),
            list));
  }

  @Test
  void whatAFunctionThrowsIsThrownHere() {
    ManagedMap<String, Integer> map = manager.map();
    var own =
        assertThrows(
            Own.class,
            () ->
                map.compute(
                    "a",
                    (_, _) -> {
                      throw new Own(7);
                    }));
    assertEquals(7, own.code);
    assertTrue(map.isEmpty());
  }

  @Test
  void whatCannotBeRebuiltIsToldOf() {
    ManagedMap<String, Integer> map = manager.map();
    var threw =
        assertThrows(
            ManagerException.Threw.class,
            () ->
                map.compute(
                    "a",
                    (_, _) -> {
                      throw new Stuck("no way", new Object());
                    }));
    assertEquals(Stuck.class.getName(), threw.type());
    assertTrue(threw.getMessage().contains("no way"), threw.getMessage());
    assertInstanceOf(PoolException.RemoteTrace.class, threw.getCause());
    assertTrue(threw.getCause().getMessage().contains("MapTarget"));
  }

  @Test
  void argumentsThatCannotCrossChangeNothing() {
    ManagedList<Object> list = manager.list();
    var thread = assertThrows(ManagerException.NotTransferable.class, () -> list.add(new Thread()));
    assertFalse(thread.isResult());
    assertTrue(thread.getMessage().contains("java.lang.Thread"), thread.getMessage());
    var number =
        assertThrows(ManagerException.NotTransferable.class, () -> list.add(new AtomicInteger(1)));
    assertTrue(number.getMessage().contains("not admitted"), number.getMessage());
    assertTrue(list.isEmpty());
    try (var lenient = Manager.builder().admit("java.util.concurrent.atomic.").start()) {
      ManagedList<AtomicInteger> numbers = lenient.list();
      numbers.add(new AtomicInteger(3));
      assertEquals(3, numbers.getFirst().get());
    }
    assertThrows(IllegalArgumentException.class, () -> Manager.builder().admit(" "));
  }

  @Test
  void resultsThatCannotCrossAreToldOf() {
    ManagedMap<String, Object> map = manager.map();
    var thrown =
        assertThrows(
            ManagerException.NotTransferable.class,
            () -> map.compute("a", (_, _) -> Thread.currentThread()));
    assertTrue(thrown.isResult());
    assertEquals(1, map.size());
    assertThrows(ManagerException.NotTransferable.class, () -> map.get("a"));
    assertTrue(map.containsKey("a"));
  }

  @Test
  void largeValuesCross() {
    ManagedMap<String, byte[]> map = manager.map();
    var large = new byte[5_000_000];
    Arrays.fill(large, (byte) 7);
    map.put("a", large);
    assertTrue(Arrays.equals(large, map.get("a")));
  }

  @Test
  void classesOfSomebodyElseAreRefused() {
    ManagedList<Object> list = manager.list();
    var refused =
        assertThrows(
            ManagerException.NotTransferable.class,
            () -> list.add(new speedup.measure.Exit(1, java.util.Optional.empty())));
    assertTrue(refused.getMessage().contains("speedup.measure."), refused.getMessage());
  }
}
