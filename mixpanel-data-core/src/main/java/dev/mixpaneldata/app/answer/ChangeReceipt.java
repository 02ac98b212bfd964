package dev.mixpaneldata.app.answer;

/**
 * The outcome of a change for one thing, where Mixpanel answers nothing more.
 *
 * @param outcome what was done, as a word: {@code deleted}, {@code pinned}, {@code archived}
 */
public record ChangeReceipt(String id, String outcome) {}
