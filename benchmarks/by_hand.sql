-- The lists as somebody would write them by hand, on the records alone: no tallies.

-- indexes
-- The condition's own column is in each index, or SQLite would look it up in the table.
CREATE INDEX hand_county ON contact (campaign_id, county_id, day, channel, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX hand_quota ON contact (campaign_id, channel, county_id, day, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX hand_channel ON contact (campaign_id, channel, day, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX hand_late ON contact (campaign_id, saved_at, day, withdrawn_at) WHERE withdrawn_at IS NULL;
CREATE INDEX hand_roster ON unit (campaign_id, kind, position, id)

-- uncovered
SELECT u.id, u.name, u.liaisons, u.contact_persons,
    (SELECT max(c.day) FROM contact c WHERE c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL)
FROM unit u
WHERE u.campaign_id = :campaign AND u.kind = 'county' AND u.left_at IS NULL AND NOT EXISTS (SELECT 1 FROM contact c WHERE c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL AND c.day >= :first AND c.day < :after)
ORDER BY u.position, u.id

-- my
SELECT u.id, u.name, count(c.day), max(c.day), count(CASE WHEN c.day >= :first AND c.day < :after THEN 1 END),
    count(DISTINCT CASE WHEN c.channel = 'onsite' AND c.day >= :quota_first AND c.day < :quota_after THEN c.day END)
FROM unit u LEFT JOIN contact c ON c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL
WHERE u.campaign_id = :campaign AND u.kind = 'county' AND u.left_at IS NULL AND u.id IN (
    SELECT county_id FROM pairing
    WHERE campaign_id = :campaign AND liaison_id = :person AND ended_at IS NULL
    UNION SELECT county_id FROM pairing
    WHERE campaign_id = :campaign AND contact_person_id = :person AND ended_at IS NULL)
GROUP BY u.id, u.name, u.position ORDER BY u.position, u.id

-- status coverage
SELECT count(*),
    count(CASE WHEN EXISTS (SELECT 1 FROM contact c WHERE c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL AND c.day >= :first AND c.day < :after) THEN 1 END),
    count(CASE WHEN NOT EXISTS (SELECT 1 FROM contact c WHERE c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL) THEN 1 END)
FROM unit u WHERE u.campaign_id = :campaign AND u.kind = 'county' AND u.left_at IS NULL

-- status quota
-- Only as many days of a county are looked at as the quota asks for.
WITH counted AS MATERIALIZED (
    SELECT (SELECT count(*) FROM (
        SELECT DISTINCT c.day FROM contact c WHERE c.campaign_id = u.campaign_id AND c.county_id = u.id AND c.withdrawn_at IS NULL AND c.channel = 'onsite' AND c.day >= :quota_first AND c.day < :quota_after LIMIT :required) AS d) AS days
    FROM unit u WHERE u.campaign_id = :campaign AND u.kind = 'county' AND u.left_at IS NULL)
SELECT count(CASE WHEN days >= :required THEN 1 END), sum(days) FROM counted

-- status channels
SELECT channel, count(*) FROM contact c
WHERE campaign_id = :campaign AND channel IN ('onsite', 'video', 'phone', 'meeting', 'other')
    AND c.day >= :first AND c.day < :after AND withdrawn_at IS NULL GROUP BY channel

-- status issues
SELECT
    (SELECT count(*) FROM issue WHERE campaign_id = :campaign AND saved_at > :since AND withdrawn_at IS NULL),
    (SELECT count(*) FROM issue WHERE campaign_id = :campaign AND closed_at > :since AND withdrawn_at IS NULL),
    (SELECT count(*) FROM issue WHERE campaign_id = :campaign AND state = 'open' AND withdrawn_at IS NULL),
    (SELECT count(*) FROM issue WHERE campaign_id = :campaign AND state = 'open' AND withdrawn_at IS NULL
        AND due < :today)

-- status practices
SELECT count(*) FROM experience WHERE campaign_id = :campaign AND saved_at > :since AND withdrawn_at IS NULL

-- status late
SELECT count(*) FROM contact WHERE campaign_id = :campaign AND day < :first AND saved_at > :since
    AND withdrawn_at IS NULL
