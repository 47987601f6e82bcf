package speedup.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.AfterEach;

/** The proof that no child process outlived its test. */
abstract class NoChildStays {
  @AfterEach
  void leavesNoProcess() {
    var left = ChildProcess.activeChildren();
    left.forEach(ChildProcess::kill);
    assertEquals(List.of(), left);
  }
}
