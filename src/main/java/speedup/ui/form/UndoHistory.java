package speedup.ui.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What forms said before, as whole states: the name of each part with its text. Knows no control.
 * What changes again within a second, such as a slider that is dragged, is one change. JavaFX
 * thread only.
 */
public final class UndoHistory {
  private static final int MOST = 100;
  private static final long ONE_CHANGE_NANOS = 1_000_000_000L;

  private final Supplier<Map<String, String>> now;
  private final Consumer<Map<String, String>> restore;
  private final LongSupplier clock;
  private final Deque<Map<String, String>> past = new ArrayDeque<>();
  private final Deque<Map<String, String>> future = new ArrayDeque<>();
  private Map<String, String> present;
  private Set<String> lastChanged = Set.of();
  private long lastTime;

  /**
   * Begins with what the forms say now.
   *
   * @param now what they say
   * @param restore has them say something that they said before
   * @param clock in nanoseconds
   */
  public UndoHistory(
      Supplier<Map<String, String>> now,
      Consumer<Map<String, String>> restore,
      LongSupplier clock) {
    this.now = now;
    this.restore = restore;
    this.clock = clock;
    present = now.get();
  }

  /** Whether the forms say something that has not been kept. */
  public boolean isPending() {
    return !now.get().equals(present);
  }

  /** Keeps what the forms say now. */
  public void keep() {
    var next = now.get();
    if (next.equals(present)) {
      return;
    }
    var changed = difference(present, next);
    var time = clock.getAsLong();
    if (!changed.equals(lastChanged) || time - lastTime > ONE_CHANGE_NANOS) {
      past.push(present);
      if (past.size() > MOST) {
        past.removeLast();
      }
    }
    present = next;
    future.clear();
    lastChanged = changed;
    lastTime = time;
  }

  private static Set<String> difference(Map<String, String> one, Map<String, String> other) {
    var names = new HashSet<>(one.keySet());
    names.addAll(other.keySet());
    names.removeIf(name -> Objects.equals(one.get(name), other.get(name)));
    return names;
  }

  /** Whether there is something to go back to. */
  public boolean canUndo() {
    return !past.isEmpty() || isPending();
  }

  /** Whether something was taken back and nothing was changed since. */
  public boolean canRedo() {
    return !future.isEmpty() && !isPending();
  }

  /** Takes the last change back, also one that has not been kept. */
  public void undo() {
    keep();
    go(past, future);
  }

  /** Does again what was taken back last. */
  public void redo() {
    if (canRedo()) {
      go(future, past);
    }
  }

  private void go(Deque<Map<String, String>> from, Deque<Map<String, String>> to) {
    if (from.isEmpty()) {
      return;
    }
    to.push(present);
    restore.accept(from.pop());
    present = now.get();
    lastChanged = Set.of();
  }
}
