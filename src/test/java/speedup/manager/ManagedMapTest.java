package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.pool.ProcessPool;

@DisabledOnOs(OS.WINDOWS)
class ManagedMapTest extends WithManager {
  private static List<String> script(Map<String, Integer> map) {
    return new Notes()
        .add(map::isEmpty)
        .add(() -> map.put("a", 1))
        .add(() -> map.put("a", 2))
        .add(() -> map.putIfAbsent("a", 3))
        .add(() -> map.putIfAbsent("b", 4))
        .does(() -> map.putAll(Map.of("c", 5)))
        .add(() -> map)
        .add(map::size)
        .add(() -> map.get("a"))
        .add(() -> map.get("z"))
        .add(() -> map.getOrDefault("z", 9))
        .add(() -> map.containsKey("a"))
        .add(() -> map.containsValue(4))
        .add(() -> map.containsValue(44))
        .add(() -> map.replace("a", 6))
        .add(() -> map.replace("z", 6))
        .add(() -> map.replace("a", 6, 7))
        .add(() -> map.replace("a", 6, 8))
        .add(() -> map.remove("a", 8))
        .add(() -> map.compute("a", (_, value) -> value + 1))
        .add(() -> map.compute("d", (_, value) -> value == null ? 1 : value + 1))
        .add(() -> map.compute("d", (_, _) -> null))
        .add(() -> map.computeIfAbsent("e", String::length))
        .add(() -> map.computeIfAbsent("e", _ -> 77))
        .add(() -> map.computeIfPresent("e", (_, value) -> value + 10))
        .add(() -> map.computeIfPresent("z", (_, value) -> value + 10))
        .add(() -> map.merge("e", 100, Integer::sum))
        .add(() -> map.merge("f", 100, Integer::sum))
        .add(() -> map.merge("f", 100, (_, _) -> null))
        .does(() -> map.replaceAll((key, value) -> key.length() + value))
        .add(() -> map)
        .add(() -> map.equals(new HashMap<>(map)))
        .add(() -> new HashMap<>(map).equals(map))
        .add(map::hashCode)
        .add(() -> sum(map))
        .add(map::keySet)
        .add(() -> map.keySet().size())
        .add(() -> map.keySet().contains("a"))
        .add(() -> map.keySet().add("a"))
        .add(() -> map.keySet().equals(new HashMap<>(map).keySet()))
        .add(map::values)
        .add(() -> map.values().stream().mapToInt(Integer::intValue).sum())
        .add(() -> map.values().contains(5))
        .add(() -> map.entrySet().size())
        .add(() -> map.entrySet().contains(Map.entry("a", 9)))
        .add(() -> map.entrySet().equals(new HashMap<>(map).entrySet()))
        .does(() -> map.entrySet().forEach(entry -> entry.setValue(entry.getValue() + 1)))
        .add(() -> map)
        .add(() -> map.entrySet().removeIf(entry -> entry.getKey().equals("c")))
        .add(() -> map.keySet().removeIf(key -> key.equals("e")))
        .add(() -> map.values().removeIf(value -> value == 6))
        .add(() -> map)
        .add(() -> map.keySet().retainAll(List.of("a", "b")))
        .add(() -> map.keySet().remove("b"))
        .add(() -> map.remove("a"))
        .add(() -> map.remove("a"))
        .add(() -> map.put("g", 1))
        .does(() -> map.keySet().clear())
        .add(map::isEmpty)
        .add(() -> map.put("g", 1))
        .does(map::clear)
        .add(() -> map)
        .lines();
  }

  private static int sum(Map<String, Integer> map) {
    var sum = new AtomicInteger();
    map.forEach((_, value) -> sum.addAndGet(value));
    return sum.get();
  }

  @Test
  void doesWhatAnyMapDoes() throws Exception {
    assertDoesTheSame(ManagedMapTest::script, new LinkedHashMap<>(), manager.map(), manager.map());
  }

  @Test
  void functionsThatCanCrossAreCarriedOutInTheManager() {
    ManagedMap<String, Long> map = manager.map();
    assertEquals(manager.pid(), map.computeIfAbsent("a", _ -> ProcessHandle.current().pid()));
    assertEquals(0, map.merge("a", manager.pid(), (a, b) -> a - b));
    assertEquals(manager.pid(), map.compute("a", (_, _) -> ProcessHandle.current().pid()));
    assertEquals(1, map.computeIfPresent("a", (_, _) -> 1L));
    map.replaceAll((_, _) -> ProcessHandle.current().pid());
    assertEquals(manager.pid(), map.get("a"));
  }

  @Test
  void functionsThatCannotAreCarriedOutHereAndLoseNothing() {
    ManagedMap<String, int[]> map = manager.map();
    map.put("a", new int[] {1});
    var calls = new AtomicInteger();
    BiFunction<String, int[], int[]> function =
        (_, value) -> {
          if (calls.getAndIncrement() == 0) {
            map.put("a", new int[] {5});
          }
          return new int[] {value[0] + 1};
        };
    assertArrayEquals(new int[] {6}, map.compute("a", function));
    assertEquals(2, calls.get());
    assertArrayEquals(new int[] {6}, map.get("a"));
  }

  @Test
  void countsOfSeveralProcessesAddUp() throws Exception {
    ManagedMap<String, Integer> counts = manager.map();
    try (var pool = ProcessPool.open(3)) {
      pool.map(
          number -> {
            for (var i = 0; i < 200; i++) {
              counts.merge("all", 1, Integer::sum);
              BiFunction<Integer, Integer, Integer> here = Integer::sum;
              counts.merge("here", 1, here);
            }
            return number;
          },
          List.of(1, 2, 3),
          1);
    }
    assertEquals(Map.of("all", 600, "here", 600), counts);
  }

  @Test
  void valuesMayBeNull() {
    ManagedMap<String, String> map = manager.map();
    assertNull(map.put("a", null));
    assertTrue(map.containsKey("a"));
    assertEquals("x", map.computeIfAbsent("a", _ -> "x"));
  }

  @Test
  void partsOfItDoNotCross() {
    ManagedMap<String, Object> map = manager.map();
    var thrown =
        assertThrows(ManagerException.NotTransferable.class, () -> map.put("keys", map.keySet()));
    assertTrue(thrown.getMessage().contains("snapshot()"), thrown.getMessage());
  }
}
