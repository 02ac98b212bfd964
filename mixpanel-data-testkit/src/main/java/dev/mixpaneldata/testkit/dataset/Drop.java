package dev.mixpaneldata.testkit.dataset;

import java.time.LocalDate;

/**
 * A bad day: everyone of one segment who tries to sign up fails. Their tries are recorded as {@code
 * Sign Up Failed} with {@code error} {@code otp_timeout}.
 *
 * @param day the UTC day
 * @param event the event that happens less often on that day
 * @param countryCode the segment's {@code mp_country_code}
 * @param operatingSystem the segment's {@code $os}
 */
public record Drop(LocalDate day, String event, String countryCode, String operatingSystem) {}
