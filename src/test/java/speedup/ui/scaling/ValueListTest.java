package speedup.ui.scaling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueListTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"1,2,4", "4 2 1", "1; 2; 4", "' 1, 2,4, '", "1,1,2,4"})
  void readsListsAsPeopleTypeThem(String text) {
    assertEquals(List.of(1, 2, 4), ValueList.read(text, StudyMode.STRONG).values());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | Give at least one whole number",
        "1,two | \"two\" is not a whole number",
        "0 | 0 is outside 1 to 64",
        "1,65 | 65 is outside 1 to 64",
        "-1 | -1 is outside",
        "99999999999 | is not a whole number",
      })
  void saysWhatIsWrong(String text, String problem) {
    var list = ValueList.read(text, StudyMode.STRONG);
    assertTrue(list.values().isEmpty());
    assertTrue(
        list.problem().startsWith(problem) || list.problem().contains(problem), list.problem());
  }

  @Test
  void startsWithTheCoresOfTheMachine() {
    assertEquals(List.of(1, 2, 3, 4), ValueList.workers(2, 2));
    assertEquals(List.of(1, 2, 3, 4, 6, 8, 12, 16, 24), ValueList.workers(6, 12));
    assertEquals(64, ValueList.workers(64, 128).getLast());
  }

  @Test
  void suggestsChunksAroundThatOfTheWorkload() {
    assertEquals(List.of(1, 4, 16, 64), ValueList.chunks(1));
    assertEquals(List.of(10, 100, 1_000, 10_000), ValueList.chunks(1_000));
  }
}
