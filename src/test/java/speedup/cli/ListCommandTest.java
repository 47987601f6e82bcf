package speedup.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
}
