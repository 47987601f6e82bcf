package speedup.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class EnvironmentTest {
  @Test
  void countsNoMorePhysicalCoresThanLogicalOnes() {
    var here = Environment.current();

    assertEquals(Runtime.getRuntime().availableProcessors(), here.logicalCores());
    assertTrue(here.physicalCores() >= 1);
    assertTrue(here.physicalCores() <= here.logicalCores());
  }

  @Test
  void namesSystemProcessorAndJvm() {
    var here = Environment.current();

    assertTrue(here.os().startsWith(System.getProperty("os.name")), here.os());
    assertFalse(here.cpu().isBlank());
    assertTrue(here.jvm().contains(Runtime.version().toString()), here.jvm());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void knowsTheMemoryOfALinuxMachine() {
    assertTrue(Environment.current().memoryBytes() > 64L << 20);
  }

  @Test
  void looksOnlyOnce() {
    assertSame(Environment.current(), Environment.current());
  }
}
