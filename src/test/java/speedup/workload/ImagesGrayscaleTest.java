package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImagesGrayscaleTest {
  private static final String MARK = "made-by-speedup-workbench.txt";

  private final ImagesGrayscale workload = new ImagesGrayscale();

  @TempDir Path cache;
  @TempDir Path temp;
  private Path folder;
  private Path to;

  @BeforeEach
  void realPlaces() throws Exception {
    folder = Files.createDirectory(temp.toRealPath().resolve("in"));
    to = temp.toRealPath().resolve("out");
  }

  private Prepared<PictureSlice, List<PictureResult>, GreyResult> plan() throws Exception {
    return plan(Map.of("folder", folder.toString(), "to", to.toString()));
  }

  private Prepared<PictureSlice, List<PictureResult>, GreyResult> plan(Map<String, String> settings)
      throws Exception {
    return workload.prepare(Settings.of(workload.parameters(), settings), InProcess.in(cache));
  }

  /** Four squares: red, green, blue and white; 40 x 20 px in all. */
  private static byte[] squares(PictureFile.Format format) throws Exception {
    var image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
    for (var i = 0; i < 800; i++) {
      var left = i % 40 < 20;
      var top = i / 40 < 10;
      image.setRGB(i % 40, i / 40, top ? left ? 0xFF0000 : 0x00FF00 : left ? 0x0000FF : 0xFFFFFF);
    }
    var out = new ByteArrayOutputStream();
    PictureFile.write(image, format, out);
    return out.toByteArray();
  }

  private static byte[] png() throws Exception {
    return squares(PictureFile.Format.PNG);
  }

  private static byte[] jpeg() throws Exception {
    return squares(PictureFile.Format.JPEG);
  }

  private static byte[] insert(byte[] bytes, int at, byte[] more) {
    return ByteBuffer.allocate(bytes.length + more.length)
        .put(bytes, 0, at)
        .put(more)
        .put(bytes, at, bytes.length - at)
        .array();
  }

  private void write(String name, byte[] bytes) throws Exception {
    Files.createDirectories(folder.resolve(name).getParent());
    Files.write(folder.resolve(name), bytes);
  }

  /** All files in a folder with their content. */
  private static Map<String, byte[]> content(Path folder) throws Exception {
    var content = new TreeMap<String, byte[]>();
    try (var files = Files.walk(folder)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        content.put(folder.relativize(file).toString(), Files.readAllBytes(file));
      }
    }
    return content;
  }

  private static int brightness(BufferedImage image, int x, int y) {
    return image.getRaster().getSample(x, y, 0);
  }

  @Test
  void makesOneGreyPictureOfEachAndChangesNoOriginal() throws Exception {
    write("a.png", png());
    write("a.jpg", jpeg());
    write("in/side/b.JPEG", jpeg());
    write("notes.txt", new byte[] {1});
    var before = content(folder);
    var plan = plan();
    assertEquals("3 pictures in " + folder, plan.description());
    assertEquals(
        List.of("1 file is no PNG or JPEG by its name and was skipped: \"notes.txt\""),
        plan.notes());
    var result = InProcess.run(plan, 1);
    assertEquals("3 of 3 pictures made grey, 0.0 megapixels", plan.inWords(result));
    var made = content(to);
    assertEquals(List.of("a.jpg", "a.png", "in/side/b.JPEG", MARK), List.copyOf(made.keySet()));
    var after = content(folder);
    assertEquals(before.keySet(), after.keySet());
    before.forEach((name, bytes) -> assertArrayEquals(bytes, after.get(name)));

    var grey = ImageIO.read(to.resolve("a.png").toFile());
    assertEquals(1, grey.getRaster().getNumBands());
    assertEquals(76, brightness(grey, 0, 0));
    assertEquals(150, brightness(grey, 39, 0));
    assertEquals(29, brightness(grey, 0, 19));
    assertEquals(255, brightness(grey, 39, 19));
    var shown = (Shown.Pictures) plan.show(result).getFirst();
    assertEquals(3, shown.all());
    assertEquals(
        new Shown.Pictures.Pair(folder.resolve("a.jpg"), to.resolve("a.jpg")),
        shown.pairs().getFirst());
  }

  @Test
  void givesTheSameFilesForEveryChunking() throws Exception {
    var settings = Map.of("count", "7", "size", "64", "to", to.toString());
    var plan = plan(settings);
    var sequential = InProcess.run(plan, 100);
    var first = content(to);
    var chunked = InProcess.run(plan, 2);
    assertTrue(plan.same(sequential, chunked));
    assertEquals(plan.inValues(sequential), plan.inValues(chunked));
    content(to).forEach((name, bytes) -> assertArrayEquals(first.get(name), bytes, name));
    for (var i = 0; i < 7; i++) {
      var crc = new CRC32();
      crc.update(first.get("picture-" + (i + 1) + (i % 3 == 0 ? ".png" : ".jpg")));
      assertEquals(crc.getValue(), sequential.checksums()[i]);
    }
  }

  @Test
  void turnsPicturesUpright() throws Exception {
    // where the red, green, blue and white corner of the stored picture is seen: left or right,
    // top or bottom
    var seen =
        List.of(
            "lt rt lb rb",
            "rt lt rb lb",
            "rb lb rt lt",
            "lb rb lt rt",
            "lt lb rt rb",
            "rt rb lt lb",
            "rb rt lb lt",
            "lb lt rb rt");
    for (var orientation = 1; orientation <= 8; orientation++) {
      var exif = GeneratedPictures.exif(orientation);
      write(orientation + ".jpg", insert(jpeg(), 2, exif));
      // after the head and its first part
      var tiff = Arrays.copyOfRange(exif, 10, exif.length);
      write(orientation + ".png", insert(png(), 33, chunk("eXIf", tiff)));
    }
    var plan = plan();
    var shown = (Shown.Pictures) plan.show(InProcess.run(plan, 3)).getFirst();
    for (var pair : shown.pairs()) {
      var name = pair.before().getFileName().toString();
      assertEquals(Integer.parseInt(name.substring(0, 1)), pair.orientation(), name);
    }
    assertEquals(16, shown.pairs().size());
    for (var orientation = 1; orientation <= 8; orientation++) {
      for (var ending : List.of(".jpg", ".png")) {
        var image = ImageIO.read(to.resolve(orientation + ending).toFile());
        assertEquals(orientation > 4 ? 20 : 40, image.getWidth());
        var corners = seen.get(orientation - 1).split(" ");
        var expected = new int[] {76, 150, 29, 255};
        for (var i = 0; i < 4; i++) {
          var x = corners[i].charAt(0) == 'l' ? 2 : image.getWidth() - 3;
          var y = corners[i].charAt(1) == 't' ? 2 : image.getHeight() - 3;
          assertEquals(
              expected[i], brightness(image, x, y), 4, orientation + ending + " " + corners[i]);
        }
      }
    }
  }

  private static byte[] chunk(String type, byte[] data) {
    var crc = new CRC32();
    var body = ByteBuffer.allocate(4 + data.length).put(type.getBytes()).put(data).array();
    crc.update(body);
    return ByteBuffer.allocate(12 + data.length)
        .putInt(data.length)
        .put(body)
        .putInt((int) crc.getValue())
        .array();
  }

  @Test
  void tellsPicturesThatCannotBeReadAndGoesOn() throws Exception {
    write("cut.jpg", Arrays.copyOf(jpeg(), jpeg().length * 2 / 3));
    write("cut.png", Arrays.copyOf(png(), png().length - 30));
    write("empty.png", new byte[0]);
    write("good.png", png());
    write("head.png", Arrays.copyOf(png(), 12));
    write("text.jpg", "no picture".getBytes());
    var plan = plan();
    var result = InProcess.run(plan, 1);
    assertEquals(1, result.converted());
    assertEquals(
        List.of("cut.jpg", "cut.png", "empty.png", "head.png", "text.jpg"),
        result.unreadable().first().stream().map(Told.Entry::file).toList());
    assertTrue(result.unreadable().first().getFirst().problem().contains("cut short"));
    assertEquals(List.of("good.png", MARK), List.copyOf(content(to).keySet()));
    var words = plan.inWords(result);
    assertTrue(words.startsWith("1 of 6 pictures made grey, 0.0 megapixels; 5 unread: "), words);
    assertEquals(5L, plan.inValues(result).get("unreadable"));
    assertEquals(2, plan.show(result).size());
  }

  @Test
  void refusesHugeSizesBeforeItDecodes() throws Exception {
    var huge = png();
    ByteBuffer.wrap(huge).putInt(16, 60_000).putInt(20, 50_000);
    var crc = new CRC32();
    crc.update(huge, 12, 17);
    ByteBuffer.wrap(huge).putInt(29, (int) crc.getValue());
    write("huge.png", huge);
    var file = folder.resolve("huge.png");
    var failure = assertThrows(PictureException.class, () -> PictureFile.read(file, 100_000_000));
    assertEquals(
        "has 60,000 x 50,000 pixels, more than the 100 million that are read; make it smaller",
        failure.getMessage());
  }

  @Test
  void neverTakesItsOwnPicturesForOriginals() throws Exception {
    write("a.png", png());
    to = folder.resolve("grey");
    assertEquals(1, InProcess.run(plan(), 1).converted());
    var again = plan();
    assertEquals(1, again.stages().getFirst().items());
    assertTrue(again.notes().getFirst().contains("this program made"), again.notes()::toString);
    // nor in a run that puts them elsewhere
    to = temp.resolve("elsewhere");
    assertEquals(1, plan().stages().getFirst().items());
    folder = folder.resolve("grey");
    var failure = assertThrows(InputException.class, this::plan);
    assertEquals("folder", failure.parameter().orElseThrow());
  }

  @Test
  void writesOverNothingThatIsNotItsOwn() throws Exception {
    write("a.png", png());
    Files.createDirectory(to);
    Files.write(to.resolve("a.png"), new byte[] {1});
    for (var wrong : List.of(to, folder, folder.getParent(), folder.resolve("a.png"))) {
      to = wrong;
      var failure = assertThrows(InputException.class, this::plan);
      assertEquals("to", failure.parameter().orElseThrow());
      assertTrue(failure.getMessage().contains("give a folder"), failure::getMessage);
    }
    assertArrayEquals(png(), Files.readAllBytes(folder.resolve("a.png")));
    assertEquals(List.of("a.png"), List.copyOf(content(folder).keySet()));
  }

  @Test
  void givesPicturesDifferentNamesOnEveryDisk() {
    var files = new FolderFiles(folder, List.of("A.png", "a (2).png", "a.PNG", "a.png"), List.of());
    assertEquals(
        List.of("A.png", "a (2).png", "a (3).PNG", "a (4).png"),
        GreyPlan.of(files, to, "").outputs());
  }

  @Test
  void keepsGreyPicturesInTheCacheWhenNoFolderIsGiven() throws Exception {
    write("a.png", png());
    var plan = plan(Map.of("folder", folder.toString()));
    var shown = (Shown.Pictures) plan.show(InProcess.run(plan, 1)).getFirst();
    assertTrue(shown.folder().startsWith(cache.toRealPath()), shown::toString);
    assertTrue(Files.exists(shown.pairs().getFirst().after()));
  }

  @Test
  void deletesWhatAKilledWorkerLeft() throws Exception {
    write("a.png", png());
    plan();
    var own = Files.createFile(to.resolve("speedup-" + ProcessHandle.current().pid() + "-1.part"));
    var left = Files.createFile(to.resolve("speedup-2147483646-1.part"));
    plan();
    assertTrue(Files.exists(own));
    assertFalse(Files.exists(left));
  }

  @Test
  void tellsAPictureThatCannotBeWrittenAndLeavesNothingHalfWritten() throws Exception {
    write("a.png", png());
    write("b/c.png", png());
    var plan = plan();
    // a file where a folder has to be
    Files.createFile(to.resolve("b"));
    var result = InProcess.run(plan, 1);
    assertEquals(1, result.converted());
    assertEquals(1, result.unwritten().count());
    assertTrue(result.unwritten().inWords().contains("\"b/c.png\" cannot be written ("));
    Files.delete(to.resolve("b"));
    assertTrue(plan.same(result, InProcess.run(plan, 1)));
    assertEquals(List.of("a.png", "b/c.png", MARK), List.copyOf(content(to).keySet()));
  }

  @Test
  void survivesAFullDisk() throws Exception {
    Files.createDirectory(to);
    assumeTrue(
        run("mount", "-t", "tmpfs", "-o", "size=100k", "tmpfs", to.toString()),
        "only root can make a small disk");
    try {
      var plan = plan(Map.of("count", "9", "size", "400", "to", to.toString()));
      var result = InProcess.run(plan, 1);
      assertTrue(result.unwritten().count() > 0);
      assertEquals(9, result.converted() + result.unwritten().count());
      var made = content(to);
      assertEquals(result.converted() + 1, made.size());
      for (var name : made.keySet()) {
        assertTrue(name.equals(MARK) || ImageIO.read(to.resolve(name).toFile()) != null, name);
      }
    } finally {
      assertTrue(run("umount", to.toString()));
    }
  }

  private static boolean run(String... command) throws Exception {
    try {
      return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    } catch (java.io.IOException e) {
      return false; // there is no such command on this system
    }
  }

  @Test
  void generatesPicturesThatAreSeenUpright() throws Exception {
    var settings = new HashMap<>(Map.of("count", "12", "size", "64", "seed", "3"));
    var made = temp.resolve("made");
    var words =
        workload
            .generator()
            .orElseThrow()
            .generate(Settings.of(workload.parameters(), settings), made, InProcess.in(cache));
    assertEquals("12 pictures of 64 x 48 px with seed 3", words);
    settings.put("folder", made.toString());
    settings.put("to", to.toString());
    var plan = plan(settings);
    assertEquals(12, InProcess.run(plan, 5).converted());
    var lying = 0;
    for (var name : content(made).keySet()) {
      lying += ImageIO.read(made.resolve(name).toFile()).getWidth() == 48 ? 1 : 0;
      assertEquals(64, ImageIO.read(to.resolve(name).toFile()).getWidth(), name);
    }
    assertEquals(3, lying);
  }
}
