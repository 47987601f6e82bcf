package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import speedup.ipc.Pipe;
import speedup.ipc.ProcessLock;
import speedup.pool.ChildProcess;

/** How proxies travel, and how long their objects live. */
@DisabledOnOs(OS.WINDOWS)
class SharingTest extends WithManager {
  private static final long LIMIT_NANOS = OtherProcess.LIMIT.toNanos();

  record Desk(String name, ManagedList<Integer> papers) {}

  /** Crosses by JDK serialisation. */
  static final class Bag implements Serializable {
    private static final long serialVersionUID = 1L;

    final ManagedList<Integer> papers;

    Bag(ManagedList<Integer> papers) {
      this.papers = papers;
    }
  }

  private static void eventually(Manager own, int objects) {
    var from = System.nanoTime();
    while (own.count()[0] != objects) {
      System.gc();
      assertTrue(
          System.nanoTime() - from < LIMIT_NANOS, () -> "still " + own.count()[0] + " objects");
      LockSupport.parkNanos(1_000_000);
    }
  }

  @Test
  void travelsInEverything() throws Exception {
    ManagedList<Integer> list = manager.list();
    other.run(() -> list.add(1));
    there(desk -> desk.papers().add(2), new Desk("a", list));
    there(lists -> lists.getFirst().add(3), List.of(list));
    there(map -> map.get("x").add(4), Map.of("x", list));
    there(bag -> bag.papers.add(5), new Bag(list));
    var child = new ChildProcess(() -> list.add(6));
    child.start();
    child.join();
    assertEquals(List.of(1, 2, 3, 4, 5, 6), list);
    assertSame(list, there(arrived -> arrived, list));
    assertSame(list, SharingTest.<Desk, Desk>there(desk -> desk, new Desk("", list)).papers());
  }

  @Test
  void travelsInPipes() throws Exception {
    ManagedList<Integer> list = manager.list();
    try (var pipe = Pipe.twoWay()) {
      var theirs = pipe.second();
      var done =
          other.start(() -> {
            @SuppressWarnings("unchecked")
            var arrived = (List<Integer>) theirs.receive();
            return arrived.add(7);
          });
      pipe.first().send(list);
      assertEquals(true, done.get(OtherProcess.LIMIT));
    }
    assertEquals(List.of(7), list);
  }

  @Test
  void liesInOtherManagedObjects() throws Exception {
    ManagedMap<String, ManagedList<Integer>> map = manager.map();
    ManagedList<Integer> list = manager.list();
    map.put("a", list);
    list.add(1);
    assertSame(list, map.get("a"));
    there(there -> there.get("a").add(2), map);
    assertEquals(Map.of("a", List.of(1, 2)), map);
    assertTrue(map.containsValue(list));
    there(there -> there.put("b", there.get("a")), map);
    assertSame(list, map.get("b"));
    var desk = manager.value(new Desk("b", list));
    assertSame(list, desk.get().papers());
    assertEquals(3, map.computeIfAbsent("c", key -> null) == null ? list.size() + 1 : 0);
    map.compute(
        "a",
        (_, papers) -> {
          papers.add(3); // in the manager's process
          return papers;
        });
    assertEquals(List.of(1, 2, 3), list);
  }

  @Test
  void theManagerItselfTravels() throws Exception {
    ManagedMap<String, List<Integer>> map = manager.map();
    var same = manager;
    other.run(() -> {
      map.put("there", same.list(List.of(1)));
      assertThrows(IllegalStateException.class, same::close);
      assertTrue(same.isAlive());
      return map.computeIfAbsent("in the manager", _ -> same.list()).add(2);
    });
    map.get("there").add(3);
    assertEquals(Map.of("there", List.of(1, 3), "in the manager", List.of(2)), map);
    try (var second = Manager.start()) {
      ManagedList<Object> both = second.list();
      both.add(map); // one manager's object in another's
      assertSame(map, both.getFirst());
      other.run(() -> ((ManagedMap<?, ?>) both.getFirst()).remove("there"));
      both.removeIf(had -> ((ManagedMap<?, ?>) had).size() == 1);
      assertTrue(both.isEmpty());
    }
  }

  @Test
  void sharedObjectsCross() throws Exception {
    try (var lock = new ProcessLock()) {
      ManagedList<Object> list = manager.list();
      list.add(lock);
      assertSame(lock, list.get(0));
      assertTrue(
          SharingTest.<ManagedList<Object>, Boolean>there(
              all -> ((ProcessLock) all.get(0)).tryAcquire(), list));
      assertTrue(lock.isHeld());
      lock.release();
    }
  }

  @Test
  void proxiesAreEqualWhenTheirObjectIsTheSame() {
    var lock = manager.lock();
    assertEquals(lock, lock);
    assertNotEquals(lock, manager.lock());
    assertEquals("managed lock", lock.toString());
    ManagedList<Integer> list = manager.list(List.of(1));
    assertEquals(manager.list(List.of(1)), list);
    assertEquals("[1]", list.toString());
  }

  @Test
  void objectsThatNobodyHasAreFreed() {
    try (var own = Manager.start()) {
      ManagedList<Object> outer = own.list();
      for (var i = 0; i < 20; i++) {
        outer.add(own.list(List.of(i)));
      }
      eventually(own, 21); // this process has lost its proxies, the list has them
      assertEquals(List.of(7), outer.get(7));
      outer.clear();
      eventually(own, 1);
      circle(own);
      eventually(own, 1);
      assertTrue(outer.isEmpty());
    }
  }

  private static void circle(Manager own) {
    ManagedList<Object> first = own.list();
    ManagedList<Object> second = own.list();
    first.add(second);
    second.add(first);
    assertSame(first, second.get(0));
    assertSame(second, first.get(0));
  }

  @Test
  void whatAnotherProcessHasStays() throws Exception {
    try (var own = Manager.start();
        var second = new OtherProcess()) {
      ManagedList<Object> shelf = own.list();
      second.run(() -> {
        Keeper.kept = shelf;
        return 0;
      });
      assertEquals(true, second.run(() -> Keeper.kept == shelf)); // one proxy, however it came
      shelf.add(own.list(List.of("x")));
      assertEquals(List.of("x"), second.run(() -> take(shelf)));
      eventually(own, 2);
      assertEquals(
          List.of("x", "y"),
          second.run(() -> Keeper.taken.add("y") ? Keeper.taken.snapshot() : null));
      ProcessHandle.of(second.pid()).orElseThrow().destroyForcibly();
      eventually(own, 1);
      assertTrue(shelf.isEmpty());
    }
  }

  @SuppressWarnings("unchecked")
  private static Object take(ManagedList<Object> shelf) {
    Keeper.taken = (ManagedList<Object>) shelf.removeFirst();
    return Keeper.taken.snapshot();
  }

  @Test
  void aProxyOfWhatIsGoneSaysSo() {
    var ghost = new ManagedLock(manager.lock().link(), 1_000_000, null);
    var gone = assertThrows(ManagerException.Gone.class, ghost::isHeld);
    assertTrue(gone.getMessage().contains("not there any more"), gone.getMessage());
  }

  /** Of the other process. */
  static final class Keeper {
    static ManagedList<Object> kept;
    static ManagedList<Object> taken;

    private Keeper() {}
  }
}
