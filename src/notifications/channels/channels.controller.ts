import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { SYSTEM_DUTY } from '../../identity/index.js';
import { Access } from '../../platform/index.js';
import {
  channelList,
  channelName,
  type ChannelName,
  channelView,
  type ChannelView,
  type DingtalkBody,
  dingtalkBody,
  type EmailBody,
  emailBody,
  type TestBody,
  testBody,
  testResult,
  type WecomBody,
  wecomBody,
} from './channel.dto.js';
import { ChannelsService } from './channels.service.js';

/** Channels out of the product. Secrets go in and never come out. */
@ApiTags('channels 外发渠道')
@Controller('api/v1/channels')
@Access({ roles: SYSTEM_DUTY, scope: 'global' })
export class ChannelsController {
  constructor(private readonly channels: ChannelsService) {}

  @Get()
  @ApiOperation({ summary: '外发渠道：是否启用，待发、失败、停发的条数' })
  @ApiOkResponse({ standardSchema: channelList })
  list(): Promise<{ items: ChannelView[] }> {
    return this.channels.list();
  }

  @Put('email')
  @ApiOperation({ summary: '设置电子邮件' })
  @ApiOkResponse({ standardSchema: channelView })
  setEmail(@Body({ schema: emailBody }) body: EmailBody): Promise<ChannelView> {
    return this.channels.setEmail(body);
  }

  @Put('wecom')
  @ApiOperation({ summary: '设置企业微信群机器人' })
  @ApiOkResponse({ standardSchema: channelView })
  setWecom(@Body({ schema: wecomBody }) body: WecomBody): Promise<ChannelView> {
    return this.channels.setWecom(body);
  }

  @Put('dingtalk')
  @ApiOperation({ summary: '设置钉钉群机器人（加签）' })
  @ApiOkResponse({ standardSchema: channelView })
  setDingtalk(@Body({ schema: dingtalkBody }) body: DingtalkBody): Promise<ChannelView> {
    return this.channels.setDingtalk(body);
  }

  @Post(':name/test')
  @HttpCode(200)
  @ApiOperation({ summary: '立即发送一条测试消息' })
  @ApiOkResponse({ standardSchema: testResult })
  test(
    @Param('name', { schema: channelName }) name: ChannelName,
    @Body({ schema: testBody }) { to }: TestBody,
  ): Promise<{ sent: true }> {
    return this.channels.test(name, to);
  }
}
