package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static speedup.experiment.BadInputTest.assertSays;
import static speedup.experiment.BadInputTest.command;
import static speedup.experiment.BadInputTest.mount;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.workload.InputException;

/** Disks that are full in the middle of writing: whole runs, and nothing half-written is left. */
@Timeout(120)
class FullDiskTest {
  @TempDir Path cache;
  @TempDir Path temp;
  private Path to;

  @BeforeEach
  void places() throws Exception {
    to = temp.toRealPath().resolve("out");
  }

  @Test
  void aDiskThatIsFullWhileOutputIsWritten() throws Exception {
    try (var lab = Labs.open(cache)) {
      fillWithPictures(lab);
      fillWithRows(lab);
    }
  }

  private void fillWithPictures(Lab lab) throws Exception {
    mount(to, "size=100k");
    try {
      var settings = Map.of("count", "9", "size", "400", "to", to.toString());
      var report = Labs.run(lab, Labs.request("images-grayscale", settings));
      var made = ((Number) report.result().get("converted")).intValue();
      assertTrue(made < 9, () -> made + " fit");
      assertSays(report.result().get("problems").toString(), "cannot be written (", "make room");
      // which of them fit is another question in each run; those that are there are whole
      try (var files = Files.list(to)) {
        var pictures =
            files.filter(file -> file.toString().matches(".*\\.(png|jpg|part)")).toList();
        assertTrue(!pictures.isEmpty() && pictures.size() < 9, pictures.toString());
        for (var picture : pictures) {
          assertNotNull(ImageIO.read(picture.toFile()), picture.toString());
        }
      }
    } finally {
      assertTrue(command("umount", to.toString()));
    }
  }

  private void fillWithRows(Lab lab) throws Exception {
    mount(to, "size=60k");
    try {
      var settings = Map.of("rows", "5000", "work", "1", "to", to.toString());
      var failure =
          assertThrows(
              ExecutionException.class, () -> Labs.run(lab, Labs.request("pipeline", settings)));
      assertInstanceOf(ExperimentFailedException.class, failure.getCause());
      assertSays(failure.getCause().getMessage(), "has no room on its disk any more; make room");
      try (var files = Files.list(to)) {
        assertEquals(0, files.count());
      }
    } finally {
      assertTrue(command("umount", to.toString()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "800k primes-file count=500000",
        "800k filter-aggregate count=500000",
        "800k keyword-search files=2 size=900",
        "800k images-grayscale count=9 size=900",
        "800k pipeline rows=10",
        "4m pipeline rows=100000"
      })
  void aDiskThatIsFullWhileInputIsMade(String what) throws Exception {
    var words = what.split(" ");
    var settings = new TreeMap<String, String>();
    for (var i = 2; i < words.length; i++) {
      settings.put(words[i].split("=")[0], words[i].split("=")[1]);
    }
    var disk = temp.resolve("disk");
    mount(disk, "size=" + words[0]);
    try (var small = Labs.open(disk)) {
      var failure =
          assertThrows(
              ExecutionException.class, () -> Labs.run(small, Labs.request(words[1], settings)));
      var sentence = assertInstanceOf(InputException.class, failure.getCause()).getMessage();
      assertSays(sentence, "make room there");
      assertTrue(sentence.matches(".*cannot be (written|made).*"), sentence);
      try (var files = Files.walk(disk)) {
        assertEquals(
            List.of(),
            files.filter(file -> file.toString().matches(".*(part|speedup-.*)")).toList());
      }
    } finally {
      assertTrue(command("umount", disk.toString()));
    }
  }
}
