package dev.mixpaneldata.testkit.dataset;

import java.util.List;

/** The countries of the visitors: their share, clock, phones and towns. */
enum Country {
  INDIA("IN", 0.42, 5, 0.88, "Maharashtra", "Mumbai", "Pune", "Nashik", "नागपूर"),
  UNITED_STATES("US", 0.22, -7, 0.40, "California", "San Francisco", "Los Angeles", "Oakland"),
  GERMANY("DE", 0.14, 1, 0.60, "Bayern", "München", "Nürnberg", "Augsburg"),
  BRAZIL("BR", 0.12, -3, 0.80, "São Paulo", "São Paulo", "Campinas", "Santos"),
  JAPAN("JP", 0.10, 9, 0.35, "Tokyo", "東京", "Hachioji", "Tachikawa");

  private static final Country[] ALL = values();

  final String code;
  final double share;
  final int hoursFromUtc;
  final double androidShare;
  final String region;
  final List<String> cities;

  Country(
      String code,
      double share,
      int hoursFromUtc,
      double androidShare,
      String region,
      String... cities) {
    this.code = code;
    this.share = share;
    this.hoursFromUtc = hoursFromUtc;
    this.androidShare = androidShare;
    this.region = region;
    this.cities = List.of(cities);
  }

  static Country draw(Chance chance) {
    double drawn = chance.unit();
    for (Country country : ALL) {
      drawn -= country.share;
      if (drawn < 0) {
        return country;
      }
    }
    return INDIA;
  }
}
