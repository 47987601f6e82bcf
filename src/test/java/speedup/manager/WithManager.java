package speedup.manager;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import speedup.pool.task.TaskFunction;

/** Tests that use one manager and one other process. */
@Timeout(120)
abstract class WithManager {
  static Manager manager;
  static OtherProcess other;

  @BeforeAll
  static void open() {
    manager = Manager.start();
    other = new OtherProcess();
  }

  @AfterAll
  static void close() {
    other.close();
    manager.close();
  }

  /** Something done in the other process. */
  @SuppressWarnings("unchecked")
  static <A, R> R there(TaskFunction<A, R> function, A argument) throws Exception {
    return (R) other.run(() -> function.apply(argument));
  }

  /** That a script gives the same with an object of the JDK and a managed one, here and there. */
  static <A, R> void assertDoesTheSame(TaskFunction<A, R> script, A ours, A managed, A managedThere)
      throws Exception {
    var expected = script.apply(ours);
    assertEquals(expected, script.apply(managed));
    assertEquals(expected, there(script, managedThere));
  }
}
