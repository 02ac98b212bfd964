package dev.mixpaneldata.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * The times in files of pipelines, which are UTC: numbers of seconds or milliseconds, and texts
 * such as {@code 2026-01-31 10:11:12.345 UTC}.
 */
final class PipelineTime {
  /** Numbers below are seconds: as milliseconds they would lie before March 1973. */
  static final long FIRST_MILLIS = 100_000_000_000L;

  private static final DateTimeFormatter TEXT =
      new DateTimeFormatterBuilder()
          .append(DateTimeFormatter.ISO_LOCAL_DATE)
          .optionalStart()
          .appendLiteral('T')
          .optionalEnd()
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .append(DateTimeFormatter.ISO_LOCAL_TIME)
          .optionalStart()
          .appendLiteral(' ')
          .optionalEnd()
          .optionalStart()
          .appendLiteral("UTC")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH:mm", "Z")
          .optionalEnd()
          .optionalStart()
          .appendOffset("+HH", "Z")
          .optionalEnd()
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private PipelineTime() {}

  /** Returns a time in milliseconds; empty for what is not a time. */
  static OptionalLong millis(JsonNode value) {
    if (value.isNumber()) {
      BigDecimal number = value.decimalValue();
      boolean isSeconds = number.abs().compareTo(BigDecimal.valueOf(FIRST_MILLIS)) < 0;
      BigDecimal millis = isSeconds ? number.movePointRight(3) : number;
      return millis.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) < 0
          ? OptionalLong.of(millis.longValue())
          : OptionalLong.empty();
    }
    if (!value.isTextual()) {
      return OptionalLong.empty();
    }
    try {
      TemporalAccessor parsed =
          TEXT.parseBest(value.asText(), OffsetDateTime::from, LocalDateTime::from);
      OffsetDateTime time =
          parsed instanceof OffsetDateTime offset
              ? offset
              : LocalDateTime.from(parsed).atOffset(ZoneOffset.UTC);
      return OptionalLong.of(time.toInstant().toEpochMilli());
    } catch (DateTimeException e) {
      return OptionalLong.empty();
    }
  }
}
