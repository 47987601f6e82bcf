package speedup.shm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class RegionTest {
  private static final int SIZE = 10_000;

  @Test
  void everybodyAttachedSeesTheSameBytes() throws Exception {
    var made = Region.create(SIZE);
    try (var other = Region.attach(made.path(), SIZE)) {
      made.unlink();
      assertFalse(Files.exists(made.path()));
      made.unlink();
      assertEquals(SIZE, other.memory().byteSize());
      var view = other.memory().asByteBuffer();
      assertEquals(0, view.get(SIZE - 1));
      made.memory().asByteBuffer().put(SIZE - 1, (byte) 7);
      assertEquals(7, view.get(SIZE - 1));
      made.close();
      made.close();
      assertEquals(7, view.get(SIZE - 1));
    }
  }

  @Test
  void nobodyElseCanOpenIt() throws Exception {
    try (var region = Region.create(SIZE)) {
      assertEquals("rw-------", permissions(region.path()));
      assertEquals("rwx------", permissions(region.path().getParent()));
      region.unlink();
    }
  }

  private static String permissions(Path path) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
  }

  @Test
  void refusesAFolderThatOthersCanEnterAndOneThatIsALink() throws Exception {
    var folder = Files.createTempDirectory("open");
    var link = folder.resolveSibling(folder.getFileName() + "-link");
    try {
      PrivateFolder.check(folder);
      Files.createSymbolicLink(link, folder);
      assertThrows(IOException.class, () -> PrivateFolder.check(link));
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-x---"));
      assertThrows(IOException.class, () -> PrivateFolder.check(folder));
    } finally {
      Files.deleteIfExists(link);
      Files.delete(folder);
    }
  }

  @Test
  void attachesToNothingButARegionOfTheRightSize() throws Exception {
    try (var region = Region.create(SIZE)) {
      var path = region.path();
      refuses(path, SIZE + 1);
      refuses(path, SIZE - 1);
      refuses(path.resolveSibling("missing"), SIZE);
      refuses(path.getParent(), SIZE);
      refuses(path.resolve("..").resolve(path.getFileName()), SIZE);
      refuses(path.getFileName(), SIZE);
      var link = path.resolveSibling(path.getFileName() + "x");
      Files.createSymbolicLink(link, path);
      try {
        refuses(link, SIZE);
      } finally {
        Files.delete(link);
      }
      var outside = Files.write(Files.createTempFile("outside", null), new byte[SIZE]);
      try {
        refuses(outside, SIZE);
      } finally {
        Files.delete(outside);
      }
      region.unlink();
      refuses(path, SIZE);
    }
  }

  private static void refuses(Path path, long size) {
    assertThrows(IOException.class, () -> Region.attach(path, size), path.toString());
  }

  @Test
  void theNextRegionSweepsAwayWhatAKilledProcessLeft() throws Exception {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            RegionMaker.class.getName());
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    var maker = builder.start();
    try (var out =
        new BufferedReader(new InputStreamReader(maker.getInputStream(), StandardCharsets.UTF_8))) {
      var path = Path.of(out.readLine());
      try (var living = Region.create(SIZE)) {
        living.unlink();
      }
      try (var attached = Region.attach(path, RegionMaker.SIZE)) { // so it was not swept away
        maker.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
        try (var next = Region.create(SIZE)) {
          next.unlink();
        }
        assertFalse(Files.exists(path));
        assertEquals(RegionMaker.MARK, attached.memory().asByteBuffer().get(RegionMaker.SIZE - 1));
      }
      assertEquals(java.util.List.of(), RegionFiles.madeBy(Set.of(maker.pid())));
    } finally {
      maker.destroyForcibly();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void tellsALivingProcessFromAnotherWithItsNumber() throws Exception {
    var self = Creator.self();
    assertEquals(self, Creator.of(self.fileName(-1)));
    assertFalse(self.isGone());
    assertTrue(new Creator(self.space(), self.pid(), self.started() + 1).isGone());
    assertTrue(new Creator(self.space(), Integer.MAX_VALUE, 1).isGone());
    assertFalse(new Creator(self.space() + 1, Integer.MAX_VALUE, 1).isGone());
  }

  @Test
  void namesOfOtherFilesAreNobodys() {
    assertNotNull(Creator.of("1-2-3-ff"));
    for (var name : new String[] {"", "-", "1-2-3", "1-2-3-4-5", "a-2-3-4", "notes.txt"}) {
      assertNull(Creator.of(name), name);
    }
  }

  @Test
  void hasABeginning() {
    assertThrows(IllegalArgumentException.class, () -> Region.create(0));
  }

  @Test
  void anInterruptDoesNotKeepAnybodyFromSharingMemory() throws Exception {
    Thread.currentThread().interrupt();
    try (var made = SharedRegion.create(1, 64);
        var attached = SharedRegion.attach(made.path(), made.size(), 1)) {
      assertEquals(made.path(), attached.path());
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is kept");
    }
  }
}
