package speedup.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import speedup.ui.fx.UiThread;

class SystemOpenerTest {
  private static final Path FILE = Path.of("some file.txt");

  @TempDir private Path folder;

  private final CountDownLatch refused = new CountDownLatch(1);
  private final List<Path> elsewhere = new ArrayList<>();
  private final SystemOpener opener = new SystemOpener(UiThread.javaFx(), elsewhere::add);

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

  @Test
  void asksTheProgramOfTheSystemAndGivesItTheWholePath() throws Exception {
    assertEquals(Optional.of("xdg-open"), SystemOpener.program("Linux"));
    assertEquals(Optional.of("/usr/bin/open"), SystemOpener.program("Mac OS X"));
    // what a Mac says of a file that no program is for
    var fake = fake("echo \"$1\" > opened; exit 1");
    FxStage.run(() -> opener.open(Optional.of(fake), FILE, refused::countDown));

    assertTrue(refused.await(30, TimeUnit.SECONDS));
    assertEquals(FILE.toAbsolutePath() + "\n", Files.readString(folder.resolve("opened")));
    assertEquals(List.of(), elsewhere);
  }

  @Test
  void handsFilesToWindowsWhichAsksThePersonItself() {
    assertEquals(Optional.empty(), SystemOpener.program("Windows 11"));
    FxStage.run(() -> opener.open(SystemOpener.program("Windows 11"), FILE, refused::countDown));

    assertEquals(List.of(FILE), elsewhere);
    assertEquals(1, refused.getCount());
  }

  private String fake(String script) throws Exception {
    var program = folder.resolve("open");
    Files.writeString(program, "#!/bin/sh\ncd '" + folder + "'\n" + script + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program.toString();
  }
}
