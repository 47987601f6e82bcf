package speedup.workload;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GreyPixelsTest {
  private static final int[] COLOURS = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0x808080, 0x123456, 0xFEDCBA
  };

  /** The weights of BT.601 in floating point; a grey value is at most half a step from this. */
  private static void assertGrey(int rgb, byte grey) {
    var exact = 0.299 * (rgb >> 16 & 0xFF) + 0.587 * (rgb >> 8 & 0xFF) + 0.114 * (rgb & 0xFF);
    assertEquals(exact, grey & 0xFF, 0.5 + 1e-9);
  }

  @Test
  void weighTheColoursAsTheStandardSays() {
    assertEquals(76, Byte.toUnsignedInt(GreyPixels.grey(255, 0, 0)));
    assertEquals(150, Byte.toUnsignedInt(GreyPixels.grey(0, 255, 0)));
    assertEquals(29, Byte.toUnsignedInt(GreyPixels.grey(0, 0, 255)));
    assertEquals(255, Byte.toUnsignedInt(GreyPixels.grey(255, 255, 255)));
    for (var grey = 0; grey < 256; grey++) {
      assertEquals(grey, Byte.toUnsignedInt(GreyPixels.grey(grey, grey, grey)));
    }
  }

  @ParameterizedTest
  @CsvSource({"1", "2", "4", "5", "6", "13"})
  void areTheSameForEveryWayOfStoringColours(int type) {
    var image =
        type == BufferedImage.TYPE_BYTE_INDEXED
            ? new BufferedImage(
                COLOURS.length,
                1,
                type,
                new IndexColorModel(8, COLOURS.length, COLOURS, 0, false, -1, 0))
            : new BufferedImage(COLOURS.length, 1, type);
    for (var x = 0; x < COLOURS.length; x++) {
      image.setRGB(x, 0, 0xFF00_0000 | COLOURS[x]);
    }
    var grey = GreyPixels.of(image, Placement.UPRIGHT);
    var hasOpacity = image.getColorModel().hasAlpha();
    assertEquals(hasOpacity ? 2 : 1, grey.bands());
    for (var x = 0; x < COLOURS.length; x++) {
      assertGrey(COLOURS[x], grey.bytes()[x * grey.bands()]);
      if (hasOpacity) {
        assertEquals(255, grey.bytes()[x * 2 + 1] & 0xFF);
      }
    }
  }

  @Test
  void leaveGreyAsItIsStored() {
    var grey = new BufferedImage(256, 1, BufferedImage.TYPE_BYTE_GRAY);
    var deep = new BufferedImage(256, 1, BufferedImage.TYPE_USHORT_GRAY);
    for (var x = 0; x < 256; x++) {
      grey.getRaster().setSample(x, 0, 0, x);
      deep.getRaster().setSample(x, 0, 0, x << 8 | 0x7F);
    }
    var expected = new byte[256];
    IntStream.range(0, 256).forEach(i -> expected[i] = (byte) i);
    assertArrayEquals(expected, GreyPixels.of(grey, Placement.UPRIGHT).bytes());
    assertArrayEquals(expected, GreyPixels.of(deep, Placement.UPRIGHT).bytes());
    assertArrayEquals(
        expected,
        GreyPixels.of(GreyPixels.of(grey, Placement.UPRIGHT).image(), Placement.UPRIGHT).bytes());
  }

  @Test
  void keepOpacity() {
    var image = new BufferedImage(2, 1, BufferedImage.TYPE_4BYTE_ABGR);
    image.setRGB(0, 0, 0x80FF0000);
    image.setRGB(1, 0, 0x0100FF00);
    var grey = GreyPixels.of(image, Placement.UPRIGHT);
    assertArrayEquals(new byte[] {76, (byte) 0x80, (byte) 150, 1}, grey.bytes());
    assertArrayEquals(grey.bytes(), GreyPixels.of(grey.image(), Placement.UPRIGHT).bytes());
  }

  /** Stored pixels 0 to 5, two rows of three, and how they are seen. */
  @ParameterizedTest
  @CsvSource({
    "0, 012345, 3", "1, 012345, 3", "2, 210543, 3", "3, 543210, 3", "4, 345012, 3",
    "5, 031425, 2", "6, 304152, 2", "7, 524130, 2", "8, 251403, 2", "9, 012345, 3"
  })
  void areUpright(int orientation, String seen, int width) {
    var image = new BufferedImage(3, 2, BufferedImage.TYPE_BYTE_GRAY);
    for (var i = 0; i < 6; i++) {
      image.getRaster().setSample(i % 3, i / 3, 0, i);
    }
    var grey = GreyPixels.of(image, orientation);
    var pixels = new StringBuilder();
    for (var pixel : grey.bytes()) {
      pixels.append(pixel);
    }
    assertEquals(seen, pixels.toString());
    assertEquals(width, grey.width());
    assertEquals(6 / width, grey.height());
  }

  @Test
  void agreeWithAPlainLoopOnManyColours() {
    var random = new Random(5);
    var image = new BufferedImage(64, 64, BufferedImage.TYPE_3BYTE_BGR);
    for (var i = 0; i < 64 * 64; i++) {
      image.setRGB(i % 64, i / 64, random.nextInt());
    }
    var grey = GreyPixels.of(image, 3);
    for (var i = 0; i < 64 * 64; i++) {
      assertGrey(image.getRGB(i % 64, i / 64), grey.bytes()[64 * 64 - 1 - i]);
    }
  }
}
