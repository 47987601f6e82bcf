package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

@DisabledOnOs(OS.WINDOWS)
class ManagedListTest extends WithManager {
  /** All operations; what cannot be undone comes last. */
  private static List<String> script(List<String> list) {
    var order = Comparator.<String>reverseOrder();
    var short1 = (Predicate<String>) text -> text.length() == 1;
    var notes =
        new Notes()
            .add(list::isEmpty)
            .add(() -> list.add("b"))
            .does(() -> list.add(0, "a"))
            .add(() -> list.addAll(List.of("c", "a", "d")))
            .add(() -> list.addAll(1, List.of("e", "f")))
            .add(() -> list)
            .add(list::size)
            .add(() -> list.get(2))
            .add(() -> list.get(99))
            .add(() -> list.set(2, "g"))
            .add(() -> list.set(-1, "g"))
            .add(() -> list.contains("g"))
            .add(() -> list.contains("z"))
            .add(() -> list.containsAll(List.of("a", "b")))
            .add(() -> list.indexOf("a"))
            .add(() -> list.lastIndexOf("a"))
            .add(list::getFirst)
            .add(list::getLast)
            .add(list::toArray)
            .add(() -> list.toArray(new String[0]))
            .add(() -> list.toArray(String[]::new))
            .add(() -> list.equals(new ArrayList<>(list)))
            .add(() -> new ArrayList<>(list).equals(list))
            .add(list::hashCode)
            .add(() -> list.stream().map(text -> text + "!").toList())
            .add(() -> list.reversed().getFirst())
            .add(() -> String.join(",", list))
            .add(() -> list.listIterator(2).previous())
            .add(() -> list.subList(1, 4))
            .add(() -> list.subList(1, 99))
            .does(() -> list.subList(1, 3).clear())
            .does(() -> list.subList(1, 3).add("s"))
            .does(() -> list.subList(1, 3).set(0, "t"))
            .does(() -> list.subList(1, 3).remove(1))
            .add(() -> list)
            .does(() -> list.sort(null))
            .add(() -> list)
            .does(() -> list.sort(order))
            .add(() -> list)
            .does(() -> list.replaceAll(text -> text + text))
            .add(() -> list)
            .add(() -> list.remove(0))
            .add(() -> list.remove(99))
            .add(() -> list.remove("aa"))
            .add(() -> list.remove("zz"))
            .does(() -> list.addFirst("x"))
            .does(() -> list.addLast("y"))
            .add(list::removeFirst)
            .add(list::removeLast)
            .add(() -> list)
            .add(() -> list.addAll(List.of("p", "q", "r")))
            .add(() -> list.removeAll(List.of("p", "?")))
            .add(() -> list.retainAll(List.of("q", "r", "aa")))
            .add(() -> list.removeIf(short1))
            .add(() -> list.removeIf(short1))
            .add(() -> list)
            .does(list::clear)
            .add(list::removeFirst)
            .add(list::getLast)
            .add(() -> list);
    return notes.lines();
  }

  @Test
  void doesWhatAnyListDoes() throws Exception {
    assertDoesTheSame(ManagedListTest::script, new ArrayList<>(), manager.list(), manager.list());
  }

  @Test
  void functionsThatCanCrossAreCarriedOutInTheManager() throws Exception {
    ManagedList<Long> list = manager.list(List.of(1L, 2L, 3L));
    list.replaceAll(_ -> ProcessHandle.current().pid());
    assertEquals(List.of(manager.pid(), manager.pid(), manager.pid()), list);
    var manager1 = manager.pid();
    assertTrue(list.removeIf(pid -> pid == manager1 && ProcessHandle.current().pid() == pid));
    list.addAll(List.of(2L, 3L, 1L));
    list.sort((a, b) -> Long.compare(b, a));
    assertEquals(List.of(3L, 2L, 1L), list);
  }

  @Test
  void functionsThatCannotAreCarriedOutHere() {
    ManagedList<Long> list = manager.list(List.of(1L, 2L));
    var calls = new AtomicInteger();
    list.replaceAll(
        (UnaryOperator<Long>)
            number -> {
              if (calls.getAndIncrement() == 0) {
                list.add(7L); // somebody else changes it meanwhile
              }
              return -number;
            });
    assertEquals(List.of(-1L, -2L, -7L), list);
    assertEquals(5, calls.get());
  }

  @Test
  void iteratorsGoThroughWhatWasThere() {
    ManagedList<Integer> list = manager.list(List.of(1, 2));
    var seen = new ArrayList<Integer>();
    for (var element : list) {
      list.add(element);
      seen.add(element);
    }
    assertEquals(List.of(1, 2), seen);
    assertEquals(List.of(1, 2, 1, 2), list.snapshot());
    var iterator = list.iterator();
    iterator.next();
    assertThrows(UnsupportedOperationException.class, iterator::remove);
  }
}
