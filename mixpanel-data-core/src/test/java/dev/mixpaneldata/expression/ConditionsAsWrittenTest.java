package dev.mixpaneldata.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Conditions as people write them, which requests keep in Mixpanel's language. */
class ConditionsAsWrittenTest {
  private static final DateRange JANUARY = DateRange.of("2026-01-01", "2026-01-31");

  private static Optional<String> where(String text) {
    return Expressions.where("where", Optional.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "plan = \"pro\" ~ properties[\"plan\"] == \"pro\"",
        "properties[\"plan\"] = \"pro\" ~ properties[\"plan\"] == \"pro\"",
        "plan==\"pro\" and amount > 10 ~ properties[\"plan\"] == \"pro\" and properties[\"amount\"] > 10",
        "$os in [\"iOS\", \"Mac\"] ~ properties[\"$os\"] in [\"iOS\", \"Mac\"]",
        "\"gmail\" in $email ~ \"gmail\" in properties[\"$email\"]",
        "not defined(coupon) ~ not defined(properties[\"coupon\"])",
        "defined coupon ~ defined(properties[\"coupon\"])",
        "number(age) / 10 >= 3 ~ number(properties[\"age\"]) / 10 >= 3",
        "10 < amount ~ 10 < properties[\"amount\"]",
        "(größe) != 1 ~ properties[\"größe\"] != 1",
        "has_prefix(url, \"/a\") = true ~ has_prefix(properties[\"url\"], \"/a\") == true",
      })
  void equalsSignsAndBareNamesAreRead(String written, String canonical) {
    assertThat(where(written)).contains(canonical);
    assertThat(Expression.parse(canonical)).isEqualTo(Expression.read(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "plan == pro",
        "plan in [pro, free]",
        "plan",
        "not churned",
        "plan == \"pro\" or free",
        "vip and plan == \"pro\"",
        "has_prefix(url, a)",
        "email in gmail",
        "plan == None",
        "plan == \"a\" AND amount > 1",
        "event = \"Login\"",
        "plan === \"pro\"",
        "plan type = \"a\"",
      })
  void aWordThatMayBeATextIsRefused(String written) {
    assertThatThrownBy(() -> where(written))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
              assertThat(e.hint()).isPresent();
            });
  }

  @Test
  void mixpanelsOwnTextsStayAsTheyAre() {
    String text = "properties['plan']  ==  'pro'";
    assertThat(where(text)).contains(text);
  }

  @Test
  void everyKindOfRequestTakesThem() {
    String canonical = "properties[\"plan\"] == \"pro\"";
    assertThat(ExportQuery.of(JANUARY).with(q -> q.where("plan = 'pro'")).where())
        .contains(canonical);
    assertThat(ProfileQuery.all().with(q -> q.where("plan = 'pro'")).where()).contains(canonical);
    assertThat(EventSelector.parse("Buy[plan = 'pro']").where()).contains(canonical);
    assertThat(Cohort.parse("plan = 'pro'")).isEqualTo(Cohort.ofProfiles(canonical));
    assertThat(
            RetentionRequest.of("Buy", "Buy", JANUARY)
                .with(r -> r.bornWhere("plan = 'pro'"))
                .bornWhere())
        .contains(canonical);
  }

  @Test
  void whatOnlyMixpanelReadsGoesToMixpanel() {
    assertThat(ExportQuery.of(JANUARY).with(q -> q.where("a b c")).where()).contains("a b c");
  }
}
