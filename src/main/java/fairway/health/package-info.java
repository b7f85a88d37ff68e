/** The restricted part: disclosures about health, referrals to Occupational Health and their advice; reached through HealthRecords alone. */
package fairway.health;
