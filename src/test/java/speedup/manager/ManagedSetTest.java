package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ManagedSetTest extends WithManager {
  private static List<String> script(Set<String> set) {
    return new Notes()
        .add(set::isEmpty)
        .add(() -> set.add("a"))
        .add(() -> set.add("a"))
        .add(() -> set.addAll(List.of("b", "c", "d")))
        .add(() -> set)
        .add(set::size)
        .add(() -> set.contains("b"))
        .add(() -> set.containsAll(List.of("a", "z")))
        .add(set::toArray)
        .add(() -> set.equals(new HashSet<>(set)))
        .add(() -> new HashSet<>(set).equals(set))
        .add(set::hashCode)
        .add(() -> set.stream().sorted().toList())
        .add(() -> set.remove("a"))
        .add(() -> set.remove("a"))
        .does(() -> {
          var iterator = set.iterator();
          iterator.next();
          iterator.remove();
        })
        .does(() -> set.iterator().remove())
        .add(() -> set)
        .add(() -> set.removeAll(List.of("c")))
        .add(() -> set.removeIf("d"::equals))
        .add(() -> set.retainAll(List.of()))
        .add(() -> set.add(null))
        .does(set::clear)
        .add(() -> set)
        .lines();
  }

  @Test
  void doesWhatAnySetDoes() throws Exception {
    assertDoesTheSame(ManagedSetTest::script, new LinkedHashSet<>(), manager.set(), manager.set());
  }

  @Test
  void functionsThatCanCrossAreCarriedOutInTheManager() {
    ManagedSet<Long> set = manager.set();
    set.addAll(List.of(manager.pid(), 1L));
    set.removeIf(pid -> pid == ProcessHandle.current().pid());
    assertEquals(Set.of(1L), set);
  }
}
