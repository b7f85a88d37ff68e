/** The restricted part: disclosures about health, referrals to Occupational Health and their advice; reached through HealthRecords and ReferralSteps alone. */
package fairway.health;
