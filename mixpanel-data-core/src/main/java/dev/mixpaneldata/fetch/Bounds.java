package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;

/** The check of numbers in fetch requests. */
final class Bounds {
  private Bounds() {}

  static void require(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw MixpanelDataException.invalidArgument(
          "The " + name + " is " + value + ".", "Choose " + least + " to " + most + ".");
    }
  }
}
