package dev.mixpaneldata.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class RandomCasesTest {
  private static final RandomCases.Check NO_LARGE_NUMBER =
      draws -> assertThat(numbers(draws)).noneMatch(number -> number >= 900);

  private static List<Integer> numbers(Draws draws) {
    List<Integer> numbers = new ArrayList<>();
    for (int i = draws.nextInt(50); i > 0; i--) {
      numbers.add(draws.nextInt(1000));
    }
    return numbers;
  }

  @Test
  void everyCaseIsAnotherOne() {
    List<Long> seen = new ArrayList<>();
    RandomCases.check(100, draws -> seen.add(draws.nextLong()), null, true);
    assertThat(seen).hasSize(100).doesNotHaveDuplicates();
  }

  @Test
  void drawsAreThoseOfTheSeed() {
    Random random = new Random(42);
    Draws draws = new Draws(42);
    assertThat(draws.nextInt(10)).isEqualTo(random.nextInt(10));
    assertThat(draws.nextBoolean()).isEqualTo(random.nextBoolean());
    assertThat(draws.nextDouble()).isEqualTo(random.nextDouble());
    assertThat(draws.nextLong()).isEqualTo(random.nextLong());
  }

  @Test
  void aFailureNamesTheSeedThatRepeatsIt() {
    Throwable failure = catchThrowable(() -> RandomCases.check(1000, NO_LARGE_NUMBER, null, false));
    Matcher named = Pattern.compile("-Drandom\\.seed=(-?\\d+)").matcher(failure.getMessage());
    assertThat(named.find()).isTrue();
    long seed = Long.parseLong(named.group(1));
    assertThat(catchThrowable(() -> RandomCases.check(1000, NO_LARGE_NUMBER, seed, false)))
        .hasMessage(failure.getMessage());
  }

  @Test
  void aFailureIsShrunkToWhatMatters() {
    List<List<Integer>> failed = new ArrayList<>();
    Throwable failure =
        catchThrowable(
            () ->
                RandomCases.check(
                    1000,
                    draws -> {
                      List<Integer> numbers = numbers(draws);
                      if (numbers.stream().anyMatch(number -> number >= 900)) {
                        failed.add(numbers);
                        throw new AssertionError("too large");
                      }
                    },
                    null,
                    true));
    assertThat(failure).hasMessageContaining("shrunk").hasMessageContaining("too large");
    assertThat(failed.get(failed.size() - 1)).hasSizeLessThan(4);
  }

  @Test
  void rangesIncludeTheirEnds() {
    List<Integer> drawn = new ArrayList<>();
    RandomCases.check(200, draws -> drawn.add(draws.between(3, 7)), null, true);
    assertThat(drawn).contains(3, 4, 5, 6, 7).allMatch(number -> number >= 3 && number <= 7);
  }
}
