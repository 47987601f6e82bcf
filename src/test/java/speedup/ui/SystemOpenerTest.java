package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import speedup.ui.fx.UiThread;

class SystemOpenerTest {
  private static final Path FILE = Path.of("some file.txt");

  private final CountDownLatch refused = new CountDownLatch(1);
  private final SystemOpener opener = new SystemOpener(UiThread.javaFx(), _ -> {});

  @Test
  void saysThatASystemWithoutAProgramForItCouldNotOpenAFile() throws Exception {
    FxStage.run(() -> opener.ask("false", FILE, refused::countDown));
    assertTrue(refused.await(30, TimeUnit.SECONDS));
  }

  @Test
  void saysSoToWhereThereIsNobodyToAsk() throws Exception {
    FxStage.run(() -> opener.ask("there-is-no-such-program", FILE, refused::countDown));
    assertTrue(refused.await(30, TimeUnit.SECONDS));
  }

  @Test
  void isSilentWhereAFileWasOpened() throws Exception {
    FxStage.onFx(() -> opener.ask("true", FILE, refused::countDown)).get(30, TimeUnit.SECONDS);
    FxStage.run(() -> {}); // what was sent to this thread before has run
    assertEquals(1, refused.getCount());
  }
}
