import { serialize } from 'php-serialize';

export const unit = '<script src="https://network.example/tag.js" data-size="1"></script>';

/** As Ad Inserter exports its blocks. */
export function adInserterExport(blocks: Record<string, object>) {
  return Buffer.from(serialize(blocks)).toString('base64');
}

export const adInserterBlocks = {
  1: {
    code: `<b>Æther — ${unit}</b>`,
    name: 'Under the title',
    display_type: 3,
    display_on_posts: '1',
    min_words: '120',
  },
  2: { code: unit.replace('1', '2'), name: 'In the text', display_type: '6', paragraph_number: '2, 5' },
  3: { code: 'one|rotate|two', name: 'Turns', display_type: 'Before Paragraph', paragraph_number: '4' },
  4: { code: '<?php echo 1; ?>', name: 'Server', display_type: 4 },
  5: { code: '', name: 'Empty' },
  6: {
    code: unit.replace('1', '6'),
    name: 'By hand',
    display_type: 0,
    category_list: 'sea',
    display_for_devices: 'desktop',
  },
  h: { code: '<!-- head -->', enabled: 1 },
  global: { VERSION: '2.7.30' },
};

export const advancedAdsXml = `<?xml version="1.0" encoding="UTF-8"?>
<advads-export>
  <ads type="array">
    <item key="0" type="array">
      <ID type="string">12</ID><post_title type="string">Ropes</post_title><post_status type="string">publish</post_status>
      <post_content type="string"><![CDATA[<script src="https://network.example/a.js"></script>]]></post_content>
      <meta_input type="array"><advanced_ads_ad_options type="array"><type type="string">plain</type></advanced_ads_ad_options></meta_input>
    </item>
    <item key="1" type="array">
      <ID type="string">13</ID><post_title type="string">Unit</post_title><post_status type="string">draft</post_status>
      <post_content type="string">{"slotId":"4567890123","unitType":"responsive"}</post_content>
      <groups type="array"><item key="0" type="array"><term_id type="numeric">5</term_id></item></groups>
      <meta_input type="array"><advanced_ads_ad_options type="array"><type type="string">adsense</type></advanced_ads_ad_options></meta_input>
    </item>
    <item key="2" type="array">
      <ID type="string">14</ID><post_title type="string">Picture</post_title><post_status type="string">publish</post_status>
      <attached_img_url type="string">https://old.example/a.png?x=1&amp;y=2</attached_img_url>
      <meta_input type="array"><advanced_ads_ad_options type="array"><type type="string">image</type><url type="string">https://shop.example/</url></advanced_ads_ad_options></meta_input>
    </item>
    <item key="3" type="array">
      <ID type="string">15</ID><post_title type="string">Dummy</post_title>
      <meta_input type="array"><advanced_ads_ad_options type="array"><type type="string">dummy</type></advanced_ads_ad_options></meta_input>
    </item>
  </ads>
  <groups type="array"><item key="0" type="array"><term_id type="numeric">5</term_id><name type="string">Turns</name></item></groups>
  <placements type="array">
    <item key="0" type="array"><type type="string">post_content</type><name type="string">In content</name><item type="string">ad_12</item>
      <options type="array"><position type="string">after</position><index type="string">3</index><tag type="string">p</tag></options></item>
    <item key="1" type="array"><type type="string">post_bottom</type><name type="string">Below</name><item type="string">group_5</item></item>
    <item key="2" type="array"><type type="string">footer</type><name type="string">Foot</name><item type="string">ad_12</item></item>
  </placements>
  <options type="array"><advanced-ads-adsense type="array"><adsense-id type="string">pub-1234567890123456</adsense-id></advanced-ads-adsense></options>
</advads-export>`;

export const wpQuadsJson = JSON.stringify({
  pos1: { BegnAds: '1', BegnRnd: '1' },
  pos2: { MiddAds: '0', MiddRnd: '1' },
  pos6: { Par1Ads: true, Par1Rnd: '2', Par1Nup: '4' },
  ads: {
    ad1: { ad_type: 'plain_text', code: '<script src="https://network.example/q1.js"></script>' },
    ad2: { ad_type: 'adsense', code: '', g_data_ad_client: 'ca-pub-1234567890123456', g_data_ad_slot: '123' },
    ad3: { ad_type: 'plain_text', code: '' },
    ad4: {
      ad_type: 'plain_text',
      code: '<b>Later</b>',
      label: 'Later',
      position: 'after_paragraph',
      paragraph_number: '3',
      repeat_paragraph: true,
    },
    ad1_widget: { ad_type: 'plain_text', code: '<iframe src="https://network.example/w"></iframe>' },
  },
});

export const bloggerTheme = `<?xml version="1.0" encoding="UTF-8" ?>
<!DOCTYPE html>
<html b:version='2' xmlns='http://www.w3.org/1999/xhtml' xmlns:b='http://www.google.com/2005/gml/b' xmlns:data='http://www.google.com/2005/gml/data'>
<head><script async='async' src='https://pagead2.googlesyndication.com/pagead/js/adsbygoogle.js?client=ca-pub-1234567890123456'/>
<b:skin><![CDATA[ body { color: red } ]]></b:skin></head>
<body>&nbsp;
<b:section class='header' id='header'><b:widget id='HTML2' title='Top' type='HTML'><b:widget-settings>
  <b:widget-setting name='content'><![CDATA[<script src="https://network.example/top.js"></script>]]></b:widget-setting></b:widget-settings></b:widget></b:section>
<b:section id='sidebar-right-1'>
  <b:widget id='HTML1' title='' type='HTML' visible='false'><b:widget-settings>
    <b:widget-setting name='content'>&lt;iframe src="https://network.example/side" width="300" height="250"&gt;&lt;/iframe&gt;</b:widget-setting></b:widget-settings></b:widget>
  <b:widget id='HTML3' title='About' type='HTML'><b:widget-settings><b:widget-setting name='content'>Hello.</b:widget-setting></b:widget-settings></b:widget>
  <b:widget id='AdSense1' title='Ads' type='AdSense'/>
  <b:widget id='Profile1' title='Me' type='Profile'/>
</b:section></body></html>`;
