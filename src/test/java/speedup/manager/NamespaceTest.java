package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.ProcessPool;

@DisabledOnOs(OS.WINDOWS)
class NamespaceTest extends WithManager {
  @Test
  void keepsValuesByName() throws Exception {
    var space = manager.namespace();
    space.set("x", 10);
    space.set("y", "text");
    assertEquals(10, space.<Integer>get("x"));
    assertEquals("10 text", there(s -> s.get("x") + " " + s.get("y"), space));
    there(
        s -> {
          s.set("z", List.of(1));
          return s.remove("y");
        },
        space);
    assertTrue(space.has("z"));
    assertFalse(space.has("y"));
    assertEquals(Map.of("x", 10, "z", List.of(1)), space.snapshot());
    var missing = assertThrows(NoSuchElementException.class, () -> space.get("y"));
    assertEquals("\"y\" was not set; there are [x, z]", missing.getMessage());
    assertThrows(NoSuchElementException.class, () -> space.remove("y"));
  }

  @Test
  void aValueChangesInOneStep() throws Exception {
    ManagedValue<Integer> value = manager.value(1);
    assertEquals(1, value.get());
    value.set(2);
    assertEquals(2, value.getAndSet(3));
    assertTrue(value.compareAndSet(3, 4));
    assertFalse(value.compareAndSet(3, 5));
    assertEquals(5, value.updateAndGet(number -> number + 1));
    assertEquals(5, value.getAndUpdate(number -> number + 1));
    UnaryOperator<Integer> here = number -> number + 1;
    assertEquals(7, value.updateAndGet(here));
    assertEquals(7, value.getAndUpdate(here));
    int seenThere = there(ManagedValue::get, value);
    assertEquals(8, seenThere);
    value.set(null);
    assertNull(NamespaceTest.<Object, Object>there(_ -> value.get(), null));
  }

  @Test
  void changesOfSeveralProcessesAddUp() throws Exception {
    ManagedValue<Integer> value = manager.value(0);
    try (var pool = ProcessPool.open(2)) {
      pool.map(
          number -> {
            UnaryOperator<Integer> here = had -> had + 1;
            for (var i = 0; i < 200; i++) {
              value.updateAndGet(had -> had + 1);
              value.updateAndGet(here);
            }
            return number;
          },
          List.of(1, 2),
          1);
    }
    assertEquals(800, value.get());
  }
}
