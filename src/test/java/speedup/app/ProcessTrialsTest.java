package speedup.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is named in the settings is really started. */
@Timeout(60)
class ProcessTrialsTest {
  private final ProcessTrials trials = new ProcessTrials();

  @Test
  void startsAWorker() {
    assertEquals(Optional.empty(), trials.worker(List.of("-Xmx64m")));
    var why = trials.worker(List.of("-XX:NoSuchOption=1")).orElseThrow();
    assertEquals("Unrecognized VM option 'NoSuchOption=1'", why);
  }

  @Test
  void asksAPython() {
    var why = trials.python("/no/such/python").orElseThrow();
    assertTrue(why.contains("cannot be started"), why);
  }
}
