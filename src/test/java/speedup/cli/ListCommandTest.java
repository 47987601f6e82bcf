package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListCommandTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "numbers-file - Numbers in a file",
        "threads-one-lock   the same threads behind one lock",
        "Counts numbers.",
        "--engine sequential,processes,threads,threads-one-lock",
        "not python: numbers-file has no counterpart in Python; leave the engine python out",
        "--input PATH is --set file=PATH",
        "--set file=PATH (default none)",
        "--set count=1..1000 (default chosen by a probe)",
        "--set bad=skip|stop (default skip)",
        "--preset lesson - The lesson's size",
        "(bad=stop, count=100, workers 3, chunk 7)",
      })
  void showsWhatCanBeSet(String line) {
    var rig = CliRig.answering().run("list");

    assertTrue(rig.out().contains(line), rig.out());
    assertEquals(0, rig.exitCode);
  }

  @Test
  void printsAJsonArray() throws JsonProcessingException {
    var list = new ObjectMapper().readTree(CliRig.answering().run("list", "--json").out());

    assertEquals(1, list.size());
    assertEquals("numbers-file", list.at("/0/id").textValue());
    assertEquals(50, list.at("/0/suggestedChunk").intValue());
    assertEquals("file", list.at("/0/parameters/0/type").textValue());
    assertEquals(1000, list.at("/0/parameters/1/max").intValue());
    assertTrue(list.at("/0/parameters/1/default").isNull());
    assertEquals("stop", list.at("/0/parameters/2/values/1").textValue());
    assertEquals("100", list.at("/0/presets/0/settings/count").textValue());
    assertEquals(3, list.at("/0/presets/0/workers").intValue());
  }

  @Test
  void tellsWhatEachCanBeRunOn() throws JsonProcessingException {
    var list = new ObjectMapper().readTree(CliRig.answering().run("list", "--json").out());

    assertEquals(4, list.at("/0/engines").size());
    assertEquals("processes", list.at("/0/engines/1").textValue());
    assertTrue(list.at("/0/refusals/python").textValue().contains("no counterpart"));
    assertEquals(1, list.at("/0/refusals").size());
    assertEquals("file", list.at("/0/input").textValue());
  }

  @Test
  void showsOneAlone() throws JsonProcessingException {
    var text = CliRig.answering().run("list", "numbers-file");
    assertTrue(text.out().startsWith("numbers-file - "), text.out());
    assertFalse(text.out().contains("Engines, for"), text.out());
    var json =
        new ObjectMapper().readTree(CliRig.answering().run("list", "numbers-file", "--json").out());
    assertEquals("numbers-file", json.at("/id").textValue());
    var rig = CliRig.answering().run("list", "number-file");
    assertEquals(2, rig.exitCode);
    assertTrue(rig.err().contains("did you mean \"numbers-file\"?"), rig.err());
  }
}
