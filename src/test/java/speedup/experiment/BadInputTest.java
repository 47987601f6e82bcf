package speedup.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.zip.CRC32;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import speedup.SmallDisk;
import speedup.workload.InputException;
import speedup.workload.Workload;
import speedup.workload.Workloads;

/**
 * Input as people have it on their disks: what can be used is used and the rest is told, or the run
 * stops with one sentence; nothing of theirs is changed and no output is half-written. Whole runs
 * on real processes; the tests of each workload have more cases of it alone, and {@code
 * PythonFinderTest} those of a Python that cannot be used.
 */
@Timeout(120)
class BadInputTest {
  private static final long HUGE = 1L << 40;

  private static ProcessLab lab;

  @TempDir Path temp;
  private Path folder;
  private Path to;
  private Map<String, String> before;

  @BeforeAll
  static void open(@TempDir Path cacheFolder) {
    lab = Labs.open(cacheFolder);
  }

  @AfterAll
  static void close() {
    lab.close();
    assertEquals(0, Labs.workers());
  }

  @BeforeEach
  void places() throws Exception {
    folder = Files.createDirectory(temp.toRealPath().resolve("mine"));
    to = temp.toRealPath().resolve("out");
  }

  /** Whatever a test does. */
  @AfterEach
  void nothingOfThePersonIsChanged() throws Exception {
    if (before != null) {
      assertEquals(before, state());
    }
  }

  /** Each file of the person: when it was changed, how large it is, and its content. */
  private Map<String, String> state() throws IOException {
    var state = new TreeMap<String, String>();
    try (var files = Files.walk(folder)) {
      for (var file :
          files.filter(one -> Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)).toList()) {
        var size = Files.size(file);
        var content = new CRC32();
        if (size < 1 << 24) {
          content.update(Files.readAllBytes(file));
        }
        state.put(
            folder.relativize(file).toString(),
            "%s, %d bytes, %x"
                .formatted(Files.getLastModifiedTime(file), size, content.getValue()));
      }
    }
    return state;
  }

  private RunReport run(String workload, Map<String, String> settings) throws Exception {
    before = state();
    return Labs.run(lab, Labs.request(workload, settings));
  }

  /** The sentence with which a run stops: one, and about the input. */
  private String refusal(String workload, Map<String, String> settings) throws Exception {
    before = state();
    var failure =
        assertThrows(
            ExecutionException.class, () -> Labs.run(lab, Labs.request(workload, settings)));
    var sentence = assertInstanceOf(InputException.class, failure.getCause()).getMessage();
    assertEquals(1, sentence.lines().count(), sentence);
    return sentence;
  }

  static void assertSays(String text, String... parts) {
    for (var part : parts) {
      assertTrue(text.contains(part), () -> text + " does not say: " + part);
    }
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Path huge(String name) throws IOException {
    var file = folder.resolve(name);
    try (var opened = new RandomAccessFile(file.toFile(), "rw")) {
      opened.setLength(HUGE); // takes no room on the disk
    } catch (IOException e) {
      assumeTrue(false, "this disk has no files of 1 TB: " + e.getMessage());
    }
    return file;
  }

  private Map<String, String> inFolder(String... more) {
    var settings = new TreeMap<>(Map.of("folder", folder.toString()));
    for (var i = 0; i < more.length; i += 2) {
      settings.put(more[i], more[i + 1]);
    }
    return settings;
  }

  static boolean command(String... command) throws Exception {
    return SmallDisk.command(command);
  }

  static void mount(Path place, String options) throws Exception {
    SmallDisk.mount(place, options);
  }

  @Test
  void aFolderWithoutAUsableFile() throws Exception {
    write(".hidden", "needle");
    assertSays(
        refusal("keyword-search", inFolder()),
        "has no file to search (1 hidden file or folder was skipped: \".hidden\")",
        "; choose a folder with text files");
    write("notes.txt", "needle");
    assertSays(
        refusal("images-grayscale", inFolder("to", to.toString())),
        "has no PNG or JPEG picture (",
        "1 file is no PNG or JPEG by its name and was skipped: \"notes.txt\"",
        "; choose a folder with pictures");
    assertSays(
        refusal("keyword-search", Map.of("folder", folder.resolve("none").toString())),
        "there is no folder",
        "check its name or choose another folder");
    assertSays(
        refusal("keyword-search", Map.of("folder", folder.resolve("notes.txt").toString())),
        "is a file; choose the folder that holds it");
  }

  @Test
  void whatIsNoOrdinaryFileInAFolder() throws Exception {
    write("a.txt", "one needle\n");
    assumeTrue(command("mkfifo", folder.resolve("pipe.txt").toString()), "there are no pipes here");
    Files.createSymbolicLink(folder.resolve("memory.txt"), Path.of("/proc/self/mem"));
    // the name of a socket may have a hundred characters
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      var place = Files.createTempDirectory(Path.of("/tmp"), "s");
      socket.bind(UnixDomainSocketAddress.of(place.resolve("s")));
      Files.move(place.resolve("s"), folder.resolve("socket.txt"));
      Files.delete(place);
      var report = run("keyword-search", inFolder());
      assertEquals(1L, report.result().get("lines"));
      // as the folder lists them, which is in no order
      assertSays(
          report.notes().toString(),
          "2 entries are no ordinary files and were skipped: ",
          "\"pipe.txt\"",
          "\"socket.txt\"",
          "1 link was not followed: \"memory.txt\"");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"primes-file file", "filter-aggregate file", "pipeline source"})
  void whatIsNoOrdinaryFileInThePlaceOfOne(String place) throws Exception {
    var workload = place.split(" ")[0];
    var parameter = place.split(" ")[1];
    assertSays(
        refusal(workload, Map.of(parameter, folder.toString())), "is a folder; choose a", "in it");
    assertSays(
        refusal(workload, Map.of(parameter, folder.resolve("none").toString())),
        "does not exist; check the name or choose another file");
    assertSays(
        refusal(workload, Map.of(parameter, write("empty", "").toString())), "is empty; choose a");
    var pipe = folder.resolve("pipe");
    assumeTrue(command("mkfifo", pipe.toString()), "there are no pipes here");
    assertSays(
        refusal(workload, Map.of(parameter, pipe.toString())), "is not an ordinary file; choose a");
    var memory = Path.of("/proc/self/mem");
    assumeTrue(Files.exists(memory), "there is no such file here");
    assertSays(refusal(workload, Map.of(parameter, memory.toString())), "is empty; choose a");
  }

  @Test
  void hugeFiles() throws Exception {
    write("a.txt", "one needle\n");
    var file = huge("huge.txt");
    var report = run("keyword-search", inFolder());
    assertEquals(1L, report.result().get("lines"));
    assertEquals(1L, report.result().get("binaryFiles"));
    assertSays(refusal("primes-file", Map.of("file", file.toString())), "is larger than");
    assertSays(refusal("filter-aggregate", Map.of("file", file.toString())), "is not CSV");
    assertSays(refusal("pipeline", Map.of("source", file.toString())), "no SQLite database");
    assertSays(refusal("my-code", Map.of("source", file.toString())), "is larger than 1 MB");
    assertSays(
        refusal("my-code", Map.of("items", file.toString())),
        "a line is longer than 1 MiB; split it");
  }

  @Test
  void damagedPicturesAndHugeOnes() throws Exception {
    var made = workload("images-grayscale");
    SampleInput.make(made, Map.of("count", "2", "size", "64"), temp.resolve("made"), (_, _) -> {});
    byte[] good;
    try (var files = Files.list(temp.resolve("made"))) {
      good = Files.readAllBytes(files.sorted().findFirst().orElseThrow());
    }
    Files.write(folder.resolve("good.png"), good);
    Files.write(folder.resolve("cut.png"), Arrays.copyOf(good, good.length / 2));
    write("text.jpg", "no picture");
    huge("huge.png");
    var report = run("images-grayscale", inFolder("to", to.toString()));
    assertEquals(1, ((Number) report.result().get("converted")).intValue());
    assertEquals(3L, report.result().get("unreadable"));
    var problems = report.result().get("problems").toString();
    assertSays(problems, "cut.png", "text.jpg", "huge.png", "is no PNG or JPEG picture");
    try (var files = Files.list(to)) {
      assertEquals(
          List.of("good.png", "made-by-speedup-workbench.txt"),
          files.map(file -> file.getFileName().toString()).sorted().toList());
    }
  }

  @Test
  void aCircleOfFolders() throws Exception {
    write("a.txt", "one needle\n");
    Files.createSymbolicLink(Files.createDirectory(folder.resolve("in")).resolve("up"), folder);
    var report = run("keyword-search", inFolder());
    assertEquals(1L, report.result().get("lines"));
    assertSays(report.notes().toString(), "1 link was not followed: \"in/up\"");
  }

  @Test
  void bytesThatAreNoUtf8() throws Exception {
    var bytes = "1\nneedle\n2\n".getBytes(StandardCharsets.UTF_8);
    bytes[2] = (byte) 0xFC;
    var file = Files.write(folder.resolve("old.txt"), bytes);
    write("good.txt", "needle\n");
    var report = run("keyword-search", inFolder());
    assertEquals(1L, report.result().get("lines"));
    assertSays(report.result().get("problems").toString(), "old.txt", "no UTF-8, first in line 2");
    var numbers = run("primes-file", Map.of("file", file.toString()));
    assertEquals(2, ((Number) numbers.result().get("numbers")).intValue());
    assertSays(numbers.notes().toString(), "line 2");
    var sums = run("filter-aggregate", Map.of("file", file.toString(), "header", "no"));
    assertEquals(1L, sums.result().get("rejectedCells"));
  }

  @Test
  void aBadRegularExpression() throws Exception {
    write("a.txt", "x");
    assertEquals(
        "keyword: \"a[b-a]c\" is no regular expression: illegal character range at character 5,"
            + " \"a\"; correct it, or set regex to no",
        refusal("keyword-search", inFolder("keyword", "a[b-a]c", "regex", "yes")));
  }

  private static Workload workload(String id) {
    return Workloads.byId(id).orElseThrow();
  }

  private Path database() throws Exception {
    var file = folder.resolve("mine.db");
    SampleInput.make(workload("pipeline"), Map.of("rows", "300"), file, (_, _) -> {});
    return file;
  }

  private static void assertRows(RunReport report) {
    assertEquals(300, ((Number) report.result().get("rows")).intValue());
  }

  private static void assertOnlyTarget(Path to) throws IOException {
    try (var files = Files.list(to)) {
      assertEquals(
          List.of("pipeline-target.db"), files.map(file -> file.getFileName().toString()).toList());
    }
  }

  private static Connection connect(Path database) throws Exception {
    return DriverManager.getConnection("jdbc:sqlite:" + database);
  }

  @Test
  void aLockedDatabase() throws Exception {
    var source = database();
    var settings = Map.of("source", source.toString(), "to", to.toString(), "work", "1");
    try (var connection = connect(source);
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertSays(refusal("pipeline", settings), "is locked by another program");
    }
    assertRows(run("pipeline", settings));
    // the target of the last run is being read: it gets a successor
    try (var connection = connect(to.resolve("pipeline-target.db"));
        var statement = connection.createStatement()) {
      statement.execute("BEGIN EXCLUSIVE");
      assertRows(run("pipeline", settings));
    }
    assertOnlyTarget(to);
  }

  @Test
  void aDiskThatMayOnlyBeRead() throws Exception {
    var disk = temp.resolve("disk");
    var source = database();
    mount(disk, "size=2m");
    try {
      var kept = Files.copy(source, disk.resolve("kept.db"));
      try (var connection = connect(source);
          var statement = connection.createStatement()) {
        statement.execute("PRAGMA journal_mode=WAL");
      }
      var log = Files.copy(source, disk.resolve("log.db"));
      assertTrue(command("mount", "-o", "remount,ro", disk.toString()));
      var target = to.toString();
      assertRows(run("pipeline", Map.of("source", kept.toString(), "to", target, "work", "1")));
      // its kind wants to write beside it, even to read
      assertSays(
          refusal("pipeline", Map.of("source", log.toString(), "to", target)),
          "cannot be opened; check that it and its folder may be read and written");
      assertOnlyTarget(to);
      assertSays(
          refusal("pipeline", Map.of("source", kept.toString(), "to", disk.toString())),
          "cannot be written (",
          "give another folder");
      assertSays(
          refusal("images-grayscale", Map.of("count", "1", "to", disk.resolve("in").toString())),
          "cannot be written (",
          "give a folder that is empty or not there yet");
    } finally {
      assertTrue(command("umount", disk.toString()));
    }
  }
}
